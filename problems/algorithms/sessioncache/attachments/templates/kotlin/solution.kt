/**
 * Keeps the sessions that were used last, as many as it has room for.
 *
 * Example:
 *     SessionCache(2), open(7, 1), open(8, 2), find(7), open(9, 3), find(8), find(9)
 *     gives null, null, 1, 8, null, 3
 */
class SessionCache(capacity: Int) {
    // Your fields.

    /**
     * Stores the user of a session, also when it is there already.
     * Returns the session that had to go to make room, or nothing.
     */
    fun open(session: Int, user: Int): Int? {
        return null
    }

    /**
     * Returns the user of a session, or nothing when it is not there. This is a use of it.
     */
    fun find(session: Int): Int? {
        return null
    }

    /**
     * Forgets a session. Returns whether it was there.
     */
    fun close(session: Int): Boolean {
        return false
    }
}
