// Mistake: takes a quota of 0 for none; 04-zeros-8.
function refusedRequests(quotas, requests) {
    const left = new Map(quotas);
    const refused = new Map();
    for (const team of requests) {
        const name = quotas.get(team) ? team : '*';
        if (!quotas.get(name)) {
            continue;
        }
        if (left.get(name) > 0) {
            left.set(name, left.get(name) - 1);
        } else {
            refused.set(team, (refused.get(team) || 0) + 1);
        }
    }
    return refused;
}

module.exports = { refusedRequests };
