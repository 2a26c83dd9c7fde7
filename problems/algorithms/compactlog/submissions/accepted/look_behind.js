// O(n): a third record of a key pushes out the older of the two that are kept.
function compactLog(records) {
    let kept = 0;
    for (const [key, value] of records) {
        if (kept >= 2 && records[kept - 2][0] === key) {
            records[kept - 2][1] = records[kept - 1][1];
            records[kept - 1][1] = value;
        } else {
            records[kept][0] = key;
            records[kept][1] = value;
            kept++;
        }
    }
    for (let i = kept; i < records.length; i++) {
        records[i].fill(0);
    }
    return kept;
}

module.exports = { compactLog };
