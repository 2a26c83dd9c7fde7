// Slow: exponential, does not remember the wave of a service and goes every way to it.
function deployWaves(dependencies) {
    const onTheWay = new Set();
    const wave = (service) => {
        if (onTheWay.has(service)) {
            return Infinity; // a circle
        }
        onTheWay.add(service);
        let latest = 0;
        for (const other of dependencies[service]) {
            latest = Math.max(latest, wave(other));
        }
        onTheWay.delete(service);
        return latest + 1;
    };
    const waves = [];
    for (let service = 0; service < dependencies.length; service++) {
        waves.push(wave(service));
        if (waves[service] === Infinity) {
            return [];
        }
    }
    return waves;
}

module.exports = { deployWaves };
