// O(n): a Map from each prefix sum to how often it occurred. All numbers are far below 2^53.
function countStretches(deltas, budget) {
    const seen = new Map([[0, 1]]);
    let sum = 0;
    let count = 0;
    for (const delta of deltas) {
        sum += delta;
        count += seen.get(sum - budget) || 0;
        seen.set(sum, (seen.get(sum) || 0) + 1);
    }
    return BigInt(count);
}

module.exports = { countStretches };
