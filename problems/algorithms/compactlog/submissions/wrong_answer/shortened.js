// Mistake: shortens the list instead of filling it with zeros; 03-equal-3.
function compactLog(records) {
    const kept = records.filter((record, i) => i + 2 >= records.length || records[i + 2][0] !== record[0]);
    kept.forEach((record, i) => {
        records[i] = record;
    });
    records.length = kept.length;
    return kept.length;
}

module.exports = { compactLog };
