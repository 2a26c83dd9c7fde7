// Slow: O(n^2), takes out each record that goes, from the back; those on one side of it move.
function compactLog(records) {
    const n = records.length;
    for (let i = n - 3; i >= 0; i--) {
        if (Math.floor(records[i] / 1000) === Math.floor(records[i + 2] / 1000)) {
            records.splice(i, 1);
        }
    }
    const kept = records.length;
    while (records.length < n) {
        records.push(0);
    }
    return kept;
}

module.exports = { compactLog };
