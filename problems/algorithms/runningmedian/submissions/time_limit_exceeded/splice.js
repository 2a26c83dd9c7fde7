// Slow: O(n^2), inserts each latency into a sorted array by splice.
function runningMedians(latencies) {
    const sorted = [];
    return latencies.map((latency) => {
        let low = 0;
        let high = sorted.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (sorted[middle] < latency) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        sorted.splice(low, 0, latency);
        return sorted[(sorted.length - 1) >> 1];
    });
}

module.exports = { runningMedians };
