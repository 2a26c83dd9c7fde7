/**
 * Refuses messages whose id was accepted within the last window seconds.
 * The times of all calls do not decrease.
 *
 * Example:
 *     ReplayGuard(10), accept(7, 0), accept(7, 6), accept(8, 6), remembered(9), accept(7, 10), remembered(15)
 *     gives true, false, true, 2, true, 2
 */
export class ReplayGuard {
    constructor(window: number) {
        // Your code.
    }

    /**
     * Returns false if the id is remembered, and changes nothing.
     * Otherwise returns true, and remembers the id from time to time + window - 1.
     */
    accept(id: number, time: number): boolean {
        return false;
    }

    /**
     * Returns how many ids are remembered at that time.
     */
    remembered(time: number): number {
        return 0;
    }
}
