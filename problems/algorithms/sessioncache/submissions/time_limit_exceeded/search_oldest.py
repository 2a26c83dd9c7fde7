# Slow: O(capacity) for each session that has to go: looks for the oldest use among all.
class SessionCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.now = 0
        self.users = {}
        self.used = {}

    def use(self, session):
        self.now += 1
        self.used[session] = self.now

    def open(self, session, user):
        gone = None
        if session not in self.users and len(self.users) == self.capacity:
            gone = min(self.used, key=self.used.get)
            del self.users[gone], self.used[gone]
        self.users[session] = user
        self.use(session)
        return gone

    def find(self, session):
        if session in self.users:
            self.use(session)
        return self.users.get(session)

    def close(self, session):
        self.used.pop(session, None)
        return self.users.pop(session, None) is not None
