// O(n): begins behind a host with the largest version and goes once round the ring, backwards.
function nextUpgrade(versions) {
    const n = versions.length;
    const largest = versions.reduce((best, version, i) => (version > versions[best] ? i : best), 0);
    const distance = new Array(n).fill(0);
    const ahead = []; // larger and larger versions, as steps from the largest host
    for (let step = n; step > 0; step--) {
        const host = (largest + step) % n;
        while (ahead.length > 0 && versions[(largest + ahead[ahead.length - 1]) % n] <= versions[host]) {
            ahead.pop();
        }
        if (ahead.length > 0) {
            distance[host] = ahead[ahead.length - 1] - step;
        }
        ahead.push(step);
    }
    return distance;
}

module.exports = { nextUpgrade };
