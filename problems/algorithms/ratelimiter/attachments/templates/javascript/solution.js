/**
 * Lets each client make at most so many requests within any window of time.
 *
 * Example:
 *     RateLimiter(2, 10), allow("web", 3), allow("web", 8), allow("web", 12), remaining("web", 12), allow("web", 13), remaining("app", 13), remaining("web", 18)
 *     gives true, true, false, 0, true, 2, 1
 */
class RateLimiter {
    /**
     * @param {number} limit
     * @param {number} window
     */
    constructor(limit, window) {
        // Your code.
    }

    /**
     * Decides about a request that a client makes now.
     * Returns true if it is allowed, and it counts from now on; false if it is refused.
     *
     * @param {string} client
     * @param {number} time
     * @returns {boolean}
     */
    allow(client, time) {
        return false;
    }

    /**
     * Returns how many requests the client could still make now. This is no request.
     *
     * @param {string} client
     * @param {number} time
     * @returns {number}
     */
    remaining(client, time) {
        return 0;
    }
}

module.exports = { RateLimiter };
