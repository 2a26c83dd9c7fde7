// Mistake: starts with a best cost of 0, although all times may be negative; 02-negative-1.
function costliestPath(root) {
    let best = 0;
    const down = (node) => {
        if (node === null) {
            return 0;
        }
        const first = Math.max(0, down(node.left));
        const second = Math.max(0, down(node.right));
        best = Math.max(best, node.value + first + second);
        return node.value + Math.max(first, second);
    };
    down(root);
    return BigInt(best);
}

module.exports = { costliestPath };
