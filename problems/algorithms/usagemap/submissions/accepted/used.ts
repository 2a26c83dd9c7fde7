// O(n): a Map with how much of each quota has been used.
export function refusedRequests(quotas: Map<string, number>, requests: string[]): Map<string, number> {
    const used = new Map<string, number>();
    const refused = new Map<string, number>();
    for (const team of requests) {
        const name = quotas.has(team) ? team : '*';
        const quota = quotas.get(name) ?? Infinity;
        const before = used.get(name) ?? 0;
        if (before < quota) {
            used.set(name, before + 1);
        } else {
            refused.set(team, (refused.get(team) ?? 0) + 1);
        }
    }
    return refused;
}
