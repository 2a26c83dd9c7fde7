// Slow: O(n^2), goes through the positions of the partner sum instead of counting them.
function countStretches(deltas, budget) {
    const positions = new Map([[0, [0]]]);
    let sum = 0;
    let count = 0;
    deltas.forEach((delta, day) => {
        sum += delta;
        for (const start of positions.get(sum - budget) || []) {
            if (start <= day) {
                count++;
            }
        }
        if (!positions.has(sum)) {
            positions.set(sum, []);
        }
        positions.get(sum).push(day + 1);
    });
    return BigInt(count);
}

module.exports = { countStretches };
