/**
 * Finds the stretches between 0 and horizon in which nothing is booked and which last at least length.
 * Returns them as [start, end], in the order of time; an empty list if there are none.
 *
 * Example:
 *     freeSlots(bookings = [[12, 14], [3, 9], [5, 6], [17, 18]], horizon = 20, length = 3)
 *     returns [[0, 3], [9, 12], [14, 17]]
 */
export function freeSlots(bookings: number[][], horizon: number, length: number): number[][] {
    // Your code.
    return [];
}
