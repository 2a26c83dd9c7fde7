// O(n): a Map with what is left of each quota.
function refusedRequests(quotas, requests) {
    const left = new Map(quotas);
    const refused = new Map();
    for (const team of requests) {
        const name = left.has(team) ? team : '*';
        const quota = left.get(name);
        if (quota === undefined) {
            continue;
        }
        if (quota > 0) {
            left.set(name, quota - 1);
        } else {
            refused.set(team, (refused.get(team) ?? 0) + 1);
        }
    }
    return refused;
}

module.exports = { refusedRequests };
