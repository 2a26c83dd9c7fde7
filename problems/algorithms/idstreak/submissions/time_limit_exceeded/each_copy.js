// Slow: O(n^2), goes through the list, and walks a streak again for each copy of its first id.
function longestStreak(ids) {
    const there = new Set(ids);
    let best = 0;
    let bestLength = 0;
    for (const id of ids) {
        if (there.has(id - 1)) {
            continue;
        }
        let length = 1;
        while (there.has(id + length)) {
            length++;
        }
        if (length > bestLength || (length === bestLength && id < best)) {
            best = id;
            bestLength = length;
        }
    }
    return [best, bestLength];
}

module.exports = { longestStreak };
