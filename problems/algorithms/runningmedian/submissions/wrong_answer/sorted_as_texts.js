// Mistake: sort() without a comparison sorts numbers as texts; 05-wide-6.
function runningMedians(latencies) {
    const arrived = [];
    return latencies.map((latency) => {
        arrived.push(latency);
        arrived.sort();
        return arrived[(arrived.length - 1) >> 1];
    });
}

module.exports = { runningMedians };
