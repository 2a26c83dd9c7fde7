/// Refuses messages whose id was accepted within the last window seconds.
/// The times of all calls do not decrease.
///
/// Example:
///     ReplayGuard(10), accept(7, 0), accept(7, 6), accept(8, 6), remembered(9), accept(7, 10), remembered(15)
///     gives true, false, true, 2, true, 2
pub struct ReplayGuard {
    // Your fields.
}

impl ReplayGuard {
    pub fn new(window: i32) -> Self {
        let _ = window;
        ReplayGuard {}
    }

    /// Returns false if the id is remembered, and changes nothing.
    /// Otherwise returns true, and remembers the id from time to time + window - 1.
    pub fn accept(&mut self, id: i32, time: i32) -> bool {
        let _ = id;
        let _ = time;
        false
    }

    /// Returns how many ids are remembered at that time.
    pub fn remembered(&mut self, time: i32) -> i32 {
        let _ = time;
        0
    }
}
