// O(n): a stack on which each call stands twice: the first time it puts its children on, the second it is computed.
function costliestPath(root) {
    const down = new Map([[null, 0]]);
    const stack = [[root, false]];
    let best = -Infinity;
    while (stack.length > 0) {
        const [node, childrenAreDone] = stack.pop();
        if (node === null) {
            continue;
        }
        if (!childrenAreDone) {
            stack.push([node, true], [node.left, false], [node.right, false]);
            continue;
        }
        const first = Math.max(0, down.get(node.left));
        const second = Math.max(0, down.get(node.right));
        down.set(node, node.value + Math.max(first, second));
        best = Math.max(best, node.value + first + second);
    }
    return BigInt(best);
}

module.exports = { costliestPath };
