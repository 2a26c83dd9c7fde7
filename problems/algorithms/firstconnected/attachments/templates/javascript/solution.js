/**
 * Finds the first time at which all nodes are connected, directly or through other nodes.
 * Returns -1 if they never are. Each link is [time, a, b]; the links are in no order.
 *
 * Example:
 *     firstConnected(nodes = 4, links = [[40, 0, 1], [10, 2, 3], [25, 2, 1], [30, 3, 1]])
 *     returns 40
 *
 * @param {number} nodes
 * @param {number[][]} links
 * @returns {number}
 */
function firstConnected(nodes, links) {
    // Your code.
    return 0;
}

module.exports = { firstConnected };
