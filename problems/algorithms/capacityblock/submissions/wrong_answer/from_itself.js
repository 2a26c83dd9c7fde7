// Mistake: measures a run from the host that limits it, although it begins further left; 09-comb-9.
function largestBlock(capacity) {
    const stack = [];
    let best = 0;
    for (let i = 0; i <= capacity.length; i++) {
        const amount = i < capacity.length ? capacity[i] : 0;
        while (stack.length > 0 && capacity[stack[stack.length - 1]] >= amount) {
            const host = stack.pop();
            best = Math.max(best, capacity[host] * (i - host));
        }
        stack.push(i);
    }
    return BigInt(best);
}

module.exports = { largestBlock };
