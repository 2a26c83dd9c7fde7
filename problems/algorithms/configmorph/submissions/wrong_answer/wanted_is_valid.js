// Mistake: takes the wanted configuration for valid, although it need not be; 10-invalid-15.
function fewestChanges(current, wanted, valid) {
    const left = new Set(valid);
    left.add(wanted);
    left.delete(current);
    const queue = [[current, 0]];
    for (let at = 0; at < queue.length; at++) {
        const [text, changes] = queue[at];
        if (text === wanted) {
            return changes;
        }
        for (let i = 0; i < text.length; i++) {
            for (const letter of "abcdef") {
                const other = text.slice(0, i) + letter + text.slice(i + 1);
                if (left.delete(other)) {
                    queue.push([other, changes + 1]);
                }
            }
        }
    }
    return -1;
}

module.exports = { fewestChanges };
