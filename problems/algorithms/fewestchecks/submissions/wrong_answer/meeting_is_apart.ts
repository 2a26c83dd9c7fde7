// Mistake: a window that opens at the moment of the last check gets another one; 08-touching-12.
export function fewestChecks(opens: number[], closes: number[]): number {
    const order = opens.map((_, i) => i).sort((i, j) => closes[i] - closes[j]);
    let checks = 0;
    let last = -Infinity;
    for (const i of order) {
        if (opens[i] >= last) {
            last = closes[i];
            checks++;
        }
    }
    return checks;
}
