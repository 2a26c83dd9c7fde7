// Mistake: every line of a required service counts, also when there are enough of it; 07-surplus-10.
function findWindow(lines, required) {
    const missing = new Map();
    for (const service of required) {
        missing.set(service, (missing.get(service) || 0) + 1);
    }
    let open = required.length;
    let start = 0;
    let best = [];
    for (let end = 1; end <= lines.length; end++) {
        if (missing.has(lines[end - 1])) {
            open--;
        }
        while (open <= 0) {
            if (best.length === 0 || end - start < best[1] - best[0]) {
                best = [start, end];
            }
            if (missing.has(lines[start])) {
                open++;
            }
            start++;
        }
    }
    return best;
}

module.exports = { findWindow };
