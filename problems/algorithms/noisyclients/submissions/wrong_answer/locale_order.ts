// Mistake: compares names by the rules of a language, where case and signs count little; 16-letters-500.
export function noisiest(requests: string[], k: number): string[] {
    const counts = new Map<string, number>();
    for (const name of requests) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts]
        .sort(([nameA, a], [nameB, b]) => b - a || nameA.localeCompare(nameB))
        .slice(0, k)
        .map(([name]) => name);
}
