/**
 * Finds how few packets carry the given number of bytes exactly.
 * Returns their number, or -1 if no packets do.
 *
 * Example:
 *     fewestPackets(sizes = [1, 6, 9], total = 12)
 *     returns 2
 *
 * @param {number[]} sizes
 * @param {number} total
 * @returns {number}
 */
function fewestPackets(sizes, total) {
    // Your code.
    return 0;
}

module.exports = { fewestPackets };
