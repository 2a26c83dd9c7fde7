// Slow: O(n^2), takes out each record that goes, from the back; all behind it move.
function compactLog(records) {
    const n = records.length;
    for (let i = n - 3; i >= 0; i--) {
        if (records[i][0] === records[i + 2][0]) {
            records.splice(i, 1);
        }
    }
    const kept = records.length;
    while (records.length < n) {
        records.push([0, 0]);
    }
    return kept;
}

module.exports = { compactLog };
