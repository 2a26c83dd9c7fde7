// O(log n) a call: a BTreeMap from the time of last use to the session, a HashMap from session to both.
use std::collections::{BTreeMap, HashMap};

pub struct SessionCache {
    capacity: usize,
    now: u64,
    order: BTreeMap<u64, i32>,
    users: HashMap<i32, (u64, i32)>,
}

impl SessionCache {
    pub fn new(capacity: i32) -> Self {
        SessionCache {
            capacity: capacity as usize,
            now: 0,
            order: BTreeMap::new(),
            users: HashMap::new(),
        }
    }

    fn take(&mut self, session: i32) -> Option<i32> {
        let (time, user) = self.users.remove(&session)?;
        self.order.remove(&time);
        Some(user)
    }

    fn put(&mut self, session: i32, user: i32) {
        self.now += 1;
        self.order.insert(self.now, session);
        self.users.insert(session, (self.now, user));
    }

    pub fn open(&mut self, session: i32, user: i32) -> Option<i32> {
        let mut gone = None;
        if self.take(session).is_none() && self.users.len() == self.capacity {
            gone = self.order.values().next().copied();
            self.take(gone.unwrap());
        }
        self.put(session, user);
        gone
    }

    pub fn find(&mut self, session: i32) -> Option<i32> {
        let user = self.take(session)?;
        self.put(session, user);
        Some(user)
    }

    pub fn close(&mut self, session: i32) -> bool {
        self.take(session).is_some()
    }
}
