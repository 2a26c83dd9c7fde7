// Mistake: a set of prefix sums does not say how often each occurred; 10-allzero-4.
function countStretches(deltas, budget) {
    const seen = new Set([0]);
    let sum = 0;
    let count = 0;
    for (const delta of deltas) {
        sum += delta;
        if (seen.has(sum - budget)) {
            count++;
        }
        seen.add(sum);
    }
    return BigInt(count);
}

module.exports = { countStretches };
