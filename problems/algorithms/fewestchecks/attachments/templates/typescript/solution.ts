/**
 * Returns the least number of moments such that each window has one of them in it. Window i is open
 * from opens[i] to closes[i], both included.
 *
 * Example:
 *     fewestChecks(opens = [1, 2, 7, 6], closes = [5, 3, 9, 12])
 *     returns 2
 */
export function fewestChecks(opens: number[], closes: number[]): number {
    // Your code.
    return 0;
}
