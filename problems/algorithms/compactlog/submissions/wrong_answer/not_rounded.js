// Mistake: divides without rounding down, so that each version seems to be a key; 03-equal-3.
function compactLog(records) {
    let kept = 0;
    for (let i = 0; i < records.length; i++) {
        if (i + 2 >= records.length || records[i + 2] / 1000 !== records[i] / 1000) {
            records[kept++] = records[i];
        }
    }
    records.fill(0, kept);
    return kept;
}

module.exports = { compactLog };
