// O(n): the window grows or moves on as a whole, but never shrinks; it is noted when it has grown.
function findStretch(tenants, limit) {
    const requests = new Map();
    let start = 0;
    let best = [0, 0];
    for (let i = 0; i < tenants.length; i++) {
        if (tenants[i] !== "") {
            requests.set(tenants[i], (requests.get(tenants[i]) || 0) + 1);
        }
        if (requests.size <= limit) {
            if (i + 1 - start > best[1]) {
                best = [start, i + 1 - start];
            }
            continue;
        }
        const leaving = tenants[start++];
        if (leaving !== "") {
            const left = requests.get(leaving) - 1;
            if (left > 0) {
                requests.set(leaving, left);
            } else {
                requests.delete(leaving);
            }
        }
    }
    return best;
}

module.exports = { findStretch };
