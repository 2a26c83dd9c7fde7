/**
 * Keeps the sessions that were used last, as many as it has room for.
 *
 * Example:
 *     SessionCache(2), open(7, 1), open(8, 2), find(7), open(9, 3), find(8), find(9)
 *     gives null, null, 1, 8, null, 3
 */
export class SessionCache {
    constructor(capacity: number) {
        // Your code.
    }

    /**
     * Stores the user of a session, also when it is there already.
     * Returns the session that had to go to make room, or nothing.
     */
    open(session: number, user: number): number | null {
        return null;
    }

    /**
     * Returns the user of a session, or nothing when it is not there. This is a use of it.
     */
    find(session: number): number | null {
        return null;
    }

    /**
     * Forgets a session. Returns whether it was there.
     */
    close(session: number): boolean {
        return false;
    }
}
