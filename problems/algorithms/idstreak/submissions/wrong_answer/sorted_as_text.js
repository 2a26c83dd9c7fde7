// Mistake: sort() without a comparison sorts numbers as text; 11-random-80.
function longestStreak(ids) {
    const sorted = [...new Set(ids)].sort();
    let best = sorted[0];
    let bestLength = 0;
    let start = 0;
    sorted.forEach((id, i) => {
        if (i > 0 && id !== sorted[i - 1] + 1) {
            start = i;
        }
        if (i - start + 1 > bestLength) {
            best = sorted[start];
            bestLength = i - start + 1;
        }
    });
    return [best, bestLength];
}

module.exports = { longestStreak };
