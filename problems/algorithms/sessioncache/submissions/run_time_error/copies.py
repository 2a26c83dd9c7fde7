# Crash: keeps a copy of the order for each use: the memory is the product of both.
class SessionCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.history = [()]
        self.users = {}

    def use(self, session, known):
        order = self.history[-1]
        if known:
            at = order.index(session)
            order = order[:at] + order[at + 1:]
        self.history.append(order + (session,))

    def open(self, session, user):
        gone, known = None, session in self.users
        if not known and len(self.users) == self.capacity:
            gone = self.history[-1][0]
            self.close(gone)
        self.users[session] = user
        self.use(session, known)
        return gone

    def find(self, session):
        if session in self.users:
            self.use(session, True)
        return self.users.get(session)

    def close(self, session):
        self.history.append(tuple(s for s in self.history[-1] if s != session))
        return self.users.pop(session, None) is not None
