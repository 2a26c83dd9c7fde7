// O(n m): one row of the table, and the value above and left of the place.
function fewestEdits(current, wanted) {
    const row = Array.from({ length: wanted.length + 1 }, (_, j) => j);
    for (let i = 1; i <= current.length; i++) {
        let diagonal = row[0];
        row[0] = i;
        for (let j = 1; j <= wanted.length; j++) {
            const above = row[j];
            row[j] = current[i - 1] === wanted[j - 1]
                ? diagonal
                : 1 + Math.min(diagonal, above, row[j - 1]);
            diagonal = above;
        }
    }
    return row[wanted.length];
}

module.exports = { fewestEdits };
