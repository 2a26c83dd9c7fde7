// Slow: O(n) for each number that is asked for, goes through all ids there ever were.
use std::collections::HashMap;

pub struct ReplayGuard {
    window: i32,
    times: HashMap<i32, i32>,
}

impl ReplayGuard {
    pub fn new(window: i32) -> Self {
        ReplayGuard {
            window,
            times: HashMap::new(),
        }
    }

    pub fn accept(&mut self, id: i32, time: i32) -> bool {
        if let Some(&accepted) = self.times.get(&id) {
            if time - accepted < self.window {
                return false;
            }
        }
        self.times.insert(id, time);
        true
    }

    pub fn remembered(&mut self, time: i32) -> i32 {
        self.times.values().filter(|&&accepted| time - accepted < self.window).count() as i32
    }
}
