// Slow: O(n k), merges each stream into the result so far.
function mergeStreams(streams) {
    let merged = [];
    streams.forEach((times, stream) => {
        const both = [];
        let at = 0;
        for (const time of times) {
            while (at < merged.length && merged[at].time <= time) {
                both.push(merged[at++]);
            }
            both.push({ time, stream });
        }
        while (at < merged.length) {
            both.push(merged[at++]);
        }
        merged = both;
    });
    return merged.map((event) => event.stream);
}

module.exports = { mergeStreams };
