// O(n log n): sorted lines joined by line breaks are the key of a Map, which keeps the order of insertion.
function groupTwins(configs) {
    const groups = new Map();
    configs.forEach((lines, service) => {
        const key = [...lines].sort().join("\n");
        const group = groups.get(key);
        if (group) {
            group.push(service);
        } else {
            groups.set(key, [service]);
        }
    });
    return [...groups.values()].filter((group) => group.length > 1);
}

module.exports = { groupTwins };
