// O(n log s): bisection of the capacity. All sums are exact as numbers; only the result is a bigint.
export function splitShards(sizes: number[], shards: number): bigint {
    let low = 0;
    let high = 0;
    for (const size of sizes) {
        low = Math.max(low, size);
        high += size;
    }
    while (low < high) {
        const capacity = Math.floor((low + high) / 2);
        let count = 1;
        let load = 0;
        for (const size of sizes) {
            load += size;
            if (load > capacity) {
                count++;
                load = size;
            }
        }
        if (count <= shards) {
            high = capacity;
        } else {
            low = capacity + 1;
        }
    }
    return BigInt(low);
}
