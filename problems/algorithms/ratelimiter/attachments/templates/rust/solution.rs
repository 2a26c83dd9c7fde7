/// Lets each client make at most so many requests within any window of time.
///
/// Example:
///     RateLimiter(2, 10), allow("web", 3), allow("web", 8), allow("web", 12), remaining("web", 12), allow("web", 13), remaining("app", 13), remaining("web", 18)
///     gives true, true, false, 0, true, 2, 1
pub struct RateLimiter {
    // Your fields.
}

impl RateLimiter {
    pub fn new(limit: i32, window: i32) -> Self {
        let _ = limit;
        let _ = window;
        RateLimiter {}
    }

    /// Decides about a request that a client makes now.
    /// Returns true if it is allowed, and it counts from now on; false if it is refused.
    pub fn allow(&mut self, client: String, time: i32) -> bool {
        let _ = client;
        let _ = time;
        false
    }

    /// Returns how many requests the client could still make now. This is no request.
    pub fn remaining(&mut self, client: String, time: i32) -> i32 {
        let _ = client;
        let _ = time;
        0
    }
}
