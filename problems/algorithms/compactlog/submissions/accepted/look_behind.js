// O(n): a third record of a key pushes out the older of the two that are kept.
function compactLog(records) {
    const keyOf = (record) => Math.floor(record / 1000);
    let kept = 0;
    for (const record of records) {
        if (kept >= 2 && keyOf(records[kept - 2]) === keyOf(record)) {
            records[kept - 2] = records[kept - 1];
            records[kept - 1] = record;
        } else {
            records[kept++] = record;
        }
    }
    records.fill(0, kept);
    return kept;
}

module.exports = { compactLog };
