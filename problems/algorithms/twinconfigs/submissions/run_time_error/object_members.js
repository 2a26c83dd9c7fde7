// Crash: an object as the map: what its members are called is there already, and is no list.
function groupTwins(configs) {
    const groups = {};
    configs.forEach((lines, service) => {
        const key = [...lines].sort().join("\n");
        if (!groups[key]) {
            groups[key] = [];
        }
        groups[key].push(service);
    });
    return Object.values(groups)
        .filter((group) => group.length > 1)
        .sort((a, b) => a[0] - b[0]);
}

module.exports = { groupTwins };
