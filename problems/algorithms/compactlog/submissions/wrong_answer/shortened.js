// Mistake: shortens the list instead of filling it with zeros; 03-equal-3.
function compactLog(records) {
    let kept = 0;
    for (let i = 0; i < records.length; i++) {
        if (i + 2 >= records.length || Math.floor(records[i + 2] / 1000) !== Math.floor(records[i] / 1000)) {
            records[kept++] = records[i];
        }
    }
    records.length = kept;
    return kept;
}

module.exports = { compactLog };
