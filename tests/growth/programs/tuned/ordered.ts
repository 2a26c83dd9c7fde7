// time: n log n; space: n
export function weigh(numbers: number[]): number {
    const copy = numbers.slice().sort((a, b) => a - b);
    return copy[0];
}
