// Mistake: joins lines by commas, which lines contain as well; 05-separators-12.
function groupTwins(configs) {
    const groups = new Map();
    configs.forEach((lines, service) => {
        const key = `${lines.length} ${[...lines].sort()}`;
        groups.set(key, [...(groups.get(key) || []), service]);
    });
    return [...groups.values()].filter((group) => group.length > 1);
}

module.exports = { groupTwins };
