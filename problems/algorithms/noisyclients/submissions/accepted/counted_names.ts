// O(n log n): counts in a Map, and sorts its entries.
export function noisiest(requests: string[], k: number): string[] {
    const counts = new Map<string, number>();
    for (const name of requests) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts]
        .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
        .slice(0, k)
        .map(([name]) => name);
}
