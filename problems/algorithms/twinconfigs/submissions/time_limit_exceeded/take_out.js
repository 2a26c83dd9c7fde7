// Slow: O(n^2), takes the lines of one configuration out of a copy of the other.
function areTwins(one, other) {
    if (one.length !== other.length) {
        return false;
    }
    const left = [...other];
    for (const line of one) {
        const at = left.indexOf(line);
        if (at < 0) {
            return false;
        }
        left.splice(at, 1);
    }
    return true;
}

function groupTwins(configs) {
    const groups = [];
    configs.forEach((lines, service) => {
        const group = groups.find((known) => areTwins(lines, configs[known[0]]));
        if (group) {
            group.push(service);
        } else {
            groups.push([service]);
        }
    });
    return groups.filter((group) => group.length > 1);
}

module.exports = { groupTwins };
