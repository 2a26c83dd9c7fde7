/**
 * Counts the edits that turn one configuration into another.
 * An edit inserts a line, deletes a line, or replaces a line; returns the fewest that are needed.
 *
 * Example:
 *     fewestEdits(current = ["listen 80", "root /srv", "gzip on"], wanted = ["user www", "listen 80", "gzip off"])
 *     returns 3
 *
 * @param {string[]} current
 * @param {string[]} wanted
 * @returns {number}
 */
function fewestEdits(current, wanted) {
    // Your code.
    return 0;
}

module.exports = { fewestEdits };
