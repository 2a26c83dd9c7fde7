// Mistake: the row that was moved is still at its old place, and gets zeros there; 03-equal-3.
function compactLog(records) {
    let kept = 0;
    for (let i = 0; i < records.length; i++) {
        if (i + 2 >= records.length || records[i + 2][0] !== records[i][0]) {
            records[kept++] = records[i];
        }
    }
    for (let i = kept; i < records.length; i++) {
        records[i][0] = 0;
        records[i][1] = 0;
    }
    return kept;
}

module.exports = { compactLog };
