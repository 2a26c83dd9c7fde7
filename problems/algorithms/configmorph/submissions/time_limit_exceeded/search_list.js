// Slow: O(n^2), looks strings up in the list instead of a set.
function fewestChanges(current, wanted, valid) {
    const seen = new Set([current]);
    let level = [current];
    for (let changes = 0; level.length > 0; changes++) {
        if (level.includes(wanted)) {
            return changes;
        }
        const next = [];
        for (const text of level) {
            for (let i = 0; i < text.length; i++) {
                for (const letter of "abcdef") {
                    const other = text.slice(0, i) + letter + text.slice(i + 1);
                    if (!seen.has(other) && valid.includes(other)) {
                        seen.add(other);
                        next.push(other);
                    }
                }
            }
        }
        level = next;
    }
    return -1;
}

module.exports = { fewestChanges };
