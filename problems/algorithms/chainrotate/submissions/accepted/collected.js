// O(n) time, but also O(n) space: collects the nodes, and links them anew.
function turnGroups(chain, k) {
    const nodes = [];
    for (let node = chain; node !== null; node = node.next) {
        nodes.push(node);
    }
    const order = [];
    for (let start = 0; start < nodes.length; start += k) {
        const group = nodes.slice(start, start + k);
        if (group.length === k) {
            group.reverse();
        }
        for (const node of group) {
            order.push(node);
        }
    }
    order.forEach((node, i) => {
        node.next = i + 1 < order.length ? order[i + 1] : null;
    });
    return order.length > 0 ? order[0] : null;
}

module.exports = { turnGroups };
