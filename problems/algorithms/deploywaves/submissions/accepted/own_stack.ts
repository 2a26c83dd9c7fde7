// O(n + m): depth-first search with a stack of its own, since a chain may be very long.
const BEING_DONE = -1;

export function deployWaves(dependencies: number[][]): number[] {
    const waves = new Array<number>(dependencies.length).fill(0);
    const next = new Array<number>(dependencies.length).fill(0); // which dependency is looked at
    for (let start = 0; start < dependencies.length; start++) {
        if (waves[start] !== 0) {
            continue;
        }
        const stack = [start];
        waves[start] = BEING_DONE;
        while (stack.length > 0) {
            const service = stack[stack.length - 1];
            const others = dependencies[service];
            if (next[service] < others.length) {
                const other = others[next[service]++];
                if (waves[other] === BEING_DONE) {
                    return [];
                }
                if (waves[other] === 0) {
                    waves[other] = BEING_DONE;
                    stack.push(other);
                }
            } else {
                waves[service] = 1 + others.reduce((latest, other) => Math.max(latest, waves[other]), 0);
                stack.pop();
            }
        }
    }
    return waves;
}
