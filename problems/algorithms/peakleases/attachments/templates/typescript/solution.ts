/**
 * Finds the largest number of leases that are held at the same time. A lease is held from its start
 * up to, but not including, its end.
 * Returns the earliest moment at which that many are held, and the number: [moment, count].
 *
 * Example:
 *     peakLeases(leases = [[4, 9], [1, 5], [8, 12], [3, 7]])
 *     returns [4, 3]
 */
export function peakLeases(leases: number[][]): number[] {
    // Your code.
    return [];
}
