// Mistake: a plain object as a map has members of its own, such as constructor; 19-members-2000.
function findStretch(tenants, limit) {
    const requests = {};
    let different = 0;
    let start = 0;
    let best = [0, 0];
    for (let i = 0; i < tenants.length; i++) {
        if (tenants[i] !== "") {
            requests[tenants[i]] = (requests[tenants[i]] || 0) + 1;
            if (requests[tenants[i]] === 1) {
                different++;
            }
        }
        while (different > limit) {
            const leaving = tenants[start++];
            if (leaving !== "" && --requests[leaving] === 0) {
                different--;
            }
        }
        if (i + 1 - start > best[1]) {
            best = [start, i + 1 - start];
        }
    }
    return best;
}

module.exports = { findStretch };
