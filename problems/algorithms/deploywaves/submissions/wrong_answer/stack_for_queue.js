// Mistake: a stack in place of the queue, but the wave still comes from the dependency that was last; 17-late-300.
function deployWaves(dependencies) {
    const waiting = dependencies.map(() => []);
    const missing = dependencies.map((others) => others.length);
    dependencies.forEach((others, service) => others.forEach((other) => waiting[other].push(service)));
    const waves = dependencies.map((others) => (others.length === 0 ? 1 : 0));
    const stack = waves.map((_, service) => service).filter((service) => waves[service] === 1);
    let done = 0;
    while (stack.length > 0) {
        const service = stack.pop();
        done++;
        for (const other of waiting[service]) {
            missing[other]--;
            if (missing[other] === 0) {
                waves[other] = waves[service] + 1;
                stack.push(other);
            }
        }
    }
    return done === dependencies.length ? waves : [];
}

module.exports = { deployWaves };
