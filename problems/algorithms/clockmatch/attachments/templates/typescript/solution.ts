/**
 * Finds for each event the sample that was taken nearest to it.
 * Returns the positions of those samples, counted from 0, in the order of the events.
 *
 * Example:
 *     nearestSamples(events = [-3, 4, 5, 40], samples = [0, 5, 5, 10])
 *     returns [0, 1, 1, 3]
 */
export function nearestSamples(events: number[], samples: number[]): number[] {
    // Your code.
    return [];
}
