// O(1) amortised a call: a HashSet of what is remembered, and a VecDeque in the order of acceptance.
use std::collections::{HashSet, VecDeque};

pub struct ReplayGuard {
    window: i32,
    ids: HashSet<i32>,
    order: VecDeque<(i32, i32)>,
}

impl ReplayGuard {
    pub fn new(window: i32) -> Self {
        ReplayGuard {
            window,
            ids: HashSet::new(),
            order: VecDeque::new(),
        }
    }

    fn forget(&mut self, time: i32) {
        while let Some(&(id, accepted)) = self.order.front() {
            if time - accepted < self.window {
                break;
            }
            self.order.pop_front();
            self.ids.remove(&id);
        }
    }

    pub fn accept(&mut self, id: i32, time: i32) -> bool {
        self.forget(time);
        let new = self.ids.insert(id);
        if new {
            self.order.push_back((id, time));
        }
        new
    }

    pub fn remembered(&mut self, time: i32) -> i32 {
        self.forget(time);
        self.ids.len() as i32
    }
}
