// Mistake: counts the shards that were closed, and forgets the one that is still open at the end; 03-random-6.
export function splitShards(sizes: number[], shards: number): bigint {
    let low = 0;
    let high = 0;
    for (const size of sizes) {
        low = Math.max(low, size);
        high += size;
    }
    while (low < high) {
        const capacity = Math.floor((low + high) / 2);
        let closed = 0;
        let load = 0;
        for (const size of sizes) {
            if (load + size > capacity) {
                closed++;
                load = 0;
            }
            load += size;
        }
        if (closed <= shards) {
            high = capacity;
        } else {
            low = capacity + 1;
        }
    }
    return BigInt(low);
}
