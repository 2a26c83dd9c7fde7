// O(1) a call: a Map keeps the order of insertion; deleting and setting again is a use.
export class SessionCache {
    private users = new Map<number, number>();

    constructor(private capacity: number) {
    }

    open(session: number, user: number): number | null {
        let gone: number | null = null;
        if (!this.users.delete(session) && this.users.size === this.capacity) {
            gone = this.users.keys().next().value!;
            this.users.delete(gone);
        }
        this.users.set(session, user);
        return gone;
    }

    find(session: number): number | null {
        const user = this.users.get(session);
        if (user === undefined) {
            return null;
        }
        this.users.delete(session);
        this.users.set(session, user);
        return user;
    }

    close(session: number): boolean {
        return this.users.delete(session);
    }
}
