/// Keeps the sessions that were used last, as many as it has room for.
///
/// Example:
///     SessionCache(2), open(7, 1), open(8, 2), find(7), open(9, 3), find(8), find(9)
///     gives null, null, 1, 8, null, 3
pub struct SessionCache {
    // Your fields.
}

impl SessionCache {
    pub fn new(capacity: i32) -> Self {
        let _ = capacity;
        SessionCache {}
    }

    /// Stores the user of a session, also when it is there already.
    /// Returns the session that had to go to make room, or nothing.
    pub fn open(&mut self, session: i32, user: i32) -> Option<i32> {
        let _ = session;
        let _ = user;
        None
    }

    /// Returns the user of a session, or nothing when it is not there. This is a use of it.
    pub fn find(&mut self, session: i32) -> Option<i32> {
        let _ = session;
        None
    }

    /// Forgets a session. Returns whether it was there.
    pub fn close(&mut self, session: i32) -> bool {
        let _ = session;
        false
    }
}
