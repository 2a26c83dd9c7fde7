// O(m log m + n log n): each part has a list of its nodes; the smaller one moves into the larger.
function firstConnected(nodes, links) {
    if (nodes === 1) {
        return 0;
    }
    const part = Array.from({ length: nodes }, (_, node) => [node]);
    const sorted = [...links].sort((one, two) => one[0] - two[0]);
    for (const [time, a, b] of sorted) {
        let small = part[a];
        let large = part[b];
        if (small === large) {
            continue;
        }
        if (small.length > large.length) {
            [small, large] = [large, small];
        }
        for (const node of small) {
            part[node] = large;
            large.push(node);
        }
        if (large.length === nodes) {
            return time;
        }
    }
    return -1;
}

module.exports = { firstConnected };
