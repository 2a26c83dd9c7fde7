/**
 * Finds the most capacity that one job can reserve on hosts that stand next to each other,
 * taking the same amount on each of them.
 *
 * Example:
 *     largestBlock(capacity = [3, 7, 5, 6, 2, 4])
 *     returns 15
 */
export function largestBlock(capacity: number[]): bigint {
    // Your code.
    return 0n;
}
