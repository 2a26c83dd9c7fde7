/**
 * Finds the fewest single changes that lead from one configuration to another through valid ones.
 * Returns their number, or -1 if there is no way.
 *
 * Example:
 *     fewestChanges(current = "aac", wanted = "bbc", valid = ["acc", "bcc", "bbc", "aad", "bbd"])
 *     returns 3
 *
 * @param {string} current
 * @param {string} wanted
 * @param {string[]} valid
 * @returns {number}
 */
function fewestChanges(current, wanted, valid) {
    // Your code.
    return 0;
}

module.exports = { fewestChanges };
