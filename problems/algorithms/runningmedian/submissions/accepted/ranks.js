// O(n log n): a Fenwick tree counts the latencies by rank, and finds the one in the middle by descending.
function runningMedians(latencies) {
    const sorted = [...new Set(latencies)].sort((one, two) => one - two);
    const rank = new Map(sorted.map((latency, index) => [latency, index + 1]));
    const counts = new Int32Array(sorted.length + 1);
    let top = 1;
    while (2 * top <= sorted.length) {
        top *= 2;
    }
    return latencies.map((latency, position) => {
        for (let at = rank.get(latency); at <= sorted.length; at += at & -at) {
            counts[at]++;
        }
        let left = Math.floor(position / 2) + 1;
        let below = 0;
        for (let step = top; step > 0; step >>= 1) {
            if (below + step <= sorted.length && counts[below + step] < left) {
                below += step;
                left -= counts[below];
            }
        }
        return sorted[below];
    });
}

module.exports = { runningMedians };
