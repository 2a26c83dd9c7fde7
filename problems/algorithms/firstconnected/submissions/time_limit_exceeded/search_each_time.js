// Slow: O(m (n + m)), looks after each link whether its ends were connected before.
function firstConnected(nodes, links) {
    if (nodes === 1) {
        return 0;
    }
    const neighbours = Array.from({ length: nodes }, () => []);
    const connected = (from, to) => {
        const seen = new Set([from]);
        for (const node of seen) {
            if (node === to) {
                return true;
            }
            neighbours[node].forEach((other) => seen.add(other));
        }
        return false;
    };
    let parts = nodes;
    for (const [time, a, b] of [...links].sort((one, two) => one[0] - two[0])) {
        if (connected(a, b)) {
            continue;
        }
        neighbours[a].push(b);
        neighbours[b].push(a);
        parts--;
        if (parts === 1) {
            return time;
        }
    }
    return -1;
}

module.exports = { firstConnected };
