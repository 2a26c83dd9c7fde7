// Mistake: takes the difference of the positions, which is negative over the end of the list; 04-falling-3.
function nextUpgrade(versions) {
    const n = versions.length;
    const distance = new Array(n).fill(0);
    const waiting = [];
    for (let i = 0; i < 2 * n; i++) {
        const host = i % n;
        while (waiting.length > 0 && versions[waiting[waiting.length - 1]] < versions[host]) {
            const one = waiting.pop();
            distance[one] = host - one;
        }
        if (i < n) {
            waiting.push(i);
        }
    }
    return distance;
}

module.exports = { nextUpgrade };
