// Mistake: reports teams without a refusal, at 0; 03-random-20.
export function refusedRequests(quotas: Map<string, number>, requests: string[]): Map<string, number> {
    const left = new Map(quotas);
    const refused = new Map<string, number>();
    for (const team of requests) {
        const name = left.has(team) ? team : '*';
        const quota = left.get(name) ?? Infinity;
        left.set(name, Math.max(0, quota - 1));
        refused.set(team, (refused.get(team) ?? 0) + (quota > 0 ? 0 : 1));
    }
    return refused;
}
