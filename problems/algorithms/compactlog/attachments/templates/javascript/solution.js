/**
 * Keeps the last two records of each key, at the start of the matrix, and fills the rest with zeros.
 * Changes records, whose rows are key and value; returns how many were kept.
 *
 * Example:
 *     compactLog(records = [[2, 50], [4, 10], [4, 30], [4, 20], [7, 0], [7, 60]])
 *     returns 5, records = [[2, 50], [4, 30], [4, 20], [7, 0], [7, 60], [0, 0]]
 *
 * @param {number[][]} records
 * @returns {number}
 */
function compactLog(records) {
    // Your code.
    return 0;
}

module.exports = { compactLog };
