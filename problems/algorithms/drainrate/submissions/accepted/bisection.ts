// O(n log m): bisection of the rate between 1 and the largest queue. All sums are exact as numbers.
export function drainRate(queues: number[], hours: bigint): number {
    const available = Number(hours);
    if (queues.length > available) {
        return -1;
    }
    let low = 1;
    let high = queues.reduce((largest, messages) => Math.max(largest, messages));
    while (low < high) {
        const rate = Math.floor((low + high) / 2);
        const needed = queues.reduce((sum, messages) => sum + Math.ceil(messages / rate), 0);
        if (needed <= available) {
            high = rate;
        } else {
            low = rate + 1;
        }
    }
    return low;
}
