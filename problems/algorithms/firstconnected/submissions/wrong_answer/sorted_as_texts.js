// Mistake: sort() without a comparison orders the links as texts, 10 before 9; 09-digits-7.
function firstConnected(nodes, links) {
    const parent = Array.from({ length: nodes }, (_, node) => node);
    const find = (node) => {
        while (parent[node] !== node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    };
    let parts = nodes;
    if (parts === 1) {
        return 0;
    }
    for (const [time, a, b] of links.sort()) {
        const one = find(a);
        const two = find(b);
        if (one !== two) {
            parent[one] = two;
            parts--;
            if (parts === 1) {
                return time;
            }
        }
    }
    return -1;
}

module.exports = { firstConnected };
