// O(n log n): lines are numbered first; the sorted numbers of a configuration are its key.
export function groupTwins(configs: string[][]): number[][] {
    const numbers = new Map<string, number>();
    const groups = new Map<string, number[]>();
    for (const [service, lines] of configs.entries()) {
        const own = lines.map((line) => {
            let number = numbers.get(line);
            if (number === undefined) {
                number = numbers.size;
                numbers.set(line, number);
            }
            return number;
        });
        const key = own.sort((a, b) => a - b).join(",");
        const group = groups.get(key);
        if (group === undefined) {
            groups.set(key, [service]);
        } else {
            group.push(service);
        }
    }
    return [...groups.values()].filter((group) => group.length > 1);
}
