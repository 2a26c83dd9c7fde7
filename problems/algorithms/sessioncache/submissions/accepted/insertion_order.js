// O(1) a call: a Map keeps the order of insertion; deleting and setting again is a use.
class SessionCache {
    constructor(capacity) {
        this.capacity = capacity;
        this.users = new Map();
    }

    open(session, user) {
        let gone = null;
        if (!this.users.delete(session) && this.users.size === this.capacity) {
            gone = this.users.keys().next().value;
            this.users.delete(gone);
        }
        this.users.set(session, user);
        return gone;
    }

    find(session) {
        const user = this.users.get(session);
        if (user === undefined) {
            return null;
        }
        this.users.delete(session);
        this.users.set(session, user);
        return user;
    }

    close(session) {
        return this.users.delete(session);
    }
}

module.exports = { SessionCache };
