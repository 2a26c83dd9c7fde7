// O(n log n): indices by closing moment, with the moment of the last check.
export function fewestChecks(opens: number[], closes: number[]): number {
    const order = opens.map((_, i) => i).sort((i, j) => closes[i] - closes[j]);
    let checks = 0;
    let last = -Infinity;
    for (const i of order) {
        if (opens[i] > last) {
            last = closes[i];
            checks++;
        }
    }
    return checks;
}
