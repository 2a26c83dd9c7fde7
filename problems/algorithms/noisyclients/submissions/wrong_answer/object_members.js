// Mistake: counts in an object, which has members that nobody counted; 07-members-12.
function noisiest(requests, k) {
    const counts = {};
    for (const name of requests) {
        counts[name] = (counts[name] || 0) + 1;
    }
    return Object.keys(counts)
        .sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1))
        .slice(0, k);
}

module.exports = { noisiest };
