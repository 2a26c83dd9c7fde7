// Mistake: an object as the map, which brings keys that look like numbers first; 09-numbers-12.
export function groupTwins(configs: string[][]): number[][] {
    const groups: { [key: string]: number[] } = Object.create(null);
    configs.forEach((lines, service) => {
        const key = [...lines].sort().join("\n");
        (groups[key] ??= []).push(service);
    });
    return Object.values(groups).filter((group) => group.length > 1);
}
