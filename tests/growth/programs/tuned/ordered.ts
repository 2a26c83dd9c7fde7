// weigh; time O(n log n); space O(n)
export function weigh(numbers: number[]): number {
    const copy = numbers.slice().sort((a, b) => a - b);
    return copy[0];
}
