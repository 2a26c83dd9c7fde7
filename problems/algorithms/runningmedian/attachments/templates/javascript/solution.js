/**
 * Follows the median of a sequence of latencies as they arrive.
 * Returns the lower median of the first 1, 2, 3, ... latencies.
 *
 * Example:
 *     runningMedians(latencies = [40, 90, 20, 30, 70])
 *     returns [40, 40, 40, 30, 40]
 *
 * @param {number[]} latencies
 * @returns {number[]}
 */
function runningMedians(latencies) {
    // Your code.
    return [];
}

module.exports = { runningMedians };
