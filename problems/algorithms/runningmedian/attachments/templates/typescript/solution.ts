/**
 * Follows the median of a sequence of latencies as they arrive.
 * Returns the lower median of the first 1, 2, 3, ... latencies.
 *
 * Example:
 *     runningMedians(latencies = [40, 90, 20, 30, 70])
 *     returns [40, 40, 40, 30, 40]
 */
export function runningMedians(latencies: number[]): number[] {
    // Your code.
    return [];
}
