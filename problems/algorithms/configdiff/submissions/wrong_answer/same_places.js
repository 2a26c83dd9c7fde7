// Mistake: compares lines at the same places; 08-shifted-10.
function fewestEdits(current, wanted) {
    const shorter = Math.min(current.length, wanted.length);
    let edits = Math.max(current.length, wanted.length) - shorter;
    for (let i = 0; i < shorter; i++) {
        if (current[i] !== wanted[i]) {
            edits++;
        }
    }
    return edits;
}

module.exports = { fewestEdits };
