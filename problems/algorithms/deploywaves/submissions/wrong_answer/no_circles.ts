// Mistake: does not notice circles; the services in them keep wave 0; 03-ring-2.
export function deployWaves(dependencies: number[][]): number[] {
    const waiting: number[][] = dependencies.map(() => []);
    dependencies.forEach((others, service) => others.forEach((other) => waiting[other].push(service)));
    const missing = dependencies.map((others) => others.length);
    const waves = dependencies.map((others) => (others.length === 0 ? 1 : 0));
    const queue = waves.map((_, service) => service).filter((service) => waves[service] === 1);
    for (const service of queue) {
        for (const other of waiting[service]) {
            missing[other]--;
            if (missing[other] === 0) {
                waves[other] = waves[service] + 1;
                queue.push(other);
            }
        }
    }
    return waves;
}
