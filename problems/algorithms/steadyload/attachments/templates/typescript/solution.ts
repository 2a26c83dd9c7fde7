/**
 * Finds the longest stretch in which no two loads differ by more than spread.
 * Returns the position of its first load, counted from 0, and its length; the first of the longest.
 *
 * Example:
 *     steadyStretch(loads = [5, 9, 7, 8, 6, 3, 6, 5], spread = 3)
 *     returns [1, 4]
 */
export function steadyStretch(loads: number[], spread: number): number[] {
    // Your code.
    return [];
}
