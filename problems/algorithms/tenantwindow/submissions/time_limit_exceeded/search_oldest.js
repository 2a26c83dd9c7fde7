// Slow: O(n limit), searches all tenants of the window for the one whose last request is oldest.
function findStretch(tenants, limit) {
    const last = new Map();
    let start = 0;
    let best = [0, 0];
    for (let i = 0; i < tenants.length; i++) {
        if (tenants[i] !== "") {
            last.set(tenants[i], i);
        }
        if (last.size > limit) {
            let oldest = tenants[i];
            for (const [tenant, position] of last) {
                if (position < last.get(oldest)) {
                    oldest = tenant;
                }
            }
            start = last.get(oldest) + 1;
            last.delete(oldest);
        }
        if (i + 1 - start > best[1]) {
            best = [start, i + 1 - start];
        }
    }
    return best;
}

module.exports = { findStretch };
