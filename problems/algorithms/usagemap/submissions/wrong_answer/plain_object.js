// Mistake: a plain object as a map has a constructor and more from the start; 14-members-40.
function refusedRequests(quotas, requests) {
    const left = {};
    quotas.forEach((quota, team) => {
        left[team] = quota;
    });
    const refused = new Map();
    for (const team of requests) {
        const name = team in left ? team : '*';
        if (!(name in left)) {
            continue;
        }
        if (left[name] > 0) {
            left[name]--;
        } else {
            refused.set(team, (refused.get(team) || 0) + 1);
        }
    }
    return refused;
}

module.exports = { refusedRequests };
