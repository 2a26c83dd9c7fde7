/**
 * Weighs numbers.
 *
 * Example:
 *     weigh(numbers = [1, 2])
 *     returns 0
 *
 * @param {number[]} numbers
 * @returns {number}
 */
function weigh(numbers) {
    // Your code.
    return 0;
}

module.exports = { weigh };
