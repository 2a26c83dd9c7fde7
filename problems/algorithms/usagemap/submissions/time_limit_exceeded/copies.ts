// Slow: O(n t) for t teams with refusals, copies the result for each refusal.
export function refusedRequests(quotas: Map<string, number>, requests: string[]): Map<string, number> {
    const left = new Map(quotas);
    return requests.reduce((refused, team) => {
        const name = left.has(team) ? team : '*';
        const quota = left.get(name) ?? Infinity;
        if (quota > 0) {
            left.set(name, quota - 1);
            return refused;
        }
        return new Map([...refused, [team, (refused.get(team) ?? 0) + 1]]);
    }, new Map<string, number>());
}
