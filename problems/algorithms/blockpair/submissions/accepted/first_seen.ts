// O(n): a Map from size to first position.
export function findPair(sizes: number[], block: number): number[] {
    const first = new Map<number, number>();
    for (const [position, size] of sizes.entries()) {
        const partner = first.get(block - size);
        if (partner !== undefined) {
            return [partner, position];
        }
        if (!first.has(size)) {
            first.set(size, position);
        }
    }
    return [];
}
