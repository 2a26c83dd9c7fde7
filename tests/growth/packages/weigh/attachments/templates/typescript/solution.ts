/**
 * Weighs numbers.
 *
 * Example:
 *     weigh(numbers = [1, 2])
 *     returns 0
 */
export function weigh(numbers: number[]): number {
    // Your code.
    return 0;
}
