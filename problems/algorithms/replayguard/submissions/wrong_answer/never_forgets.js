// Mistake: counts all ids there ever were; 09-quiet-10.
class ReplayGuard {
    constructor(window) {
        this.window = window;
        this.times = new Map();
    }

    accept(id, time) {
        const accepted = this.times.get(id);
        if (accepted !== undefined && time - accepted < this.window) {
            return false;
        }
        this.times.set(id, time);
        return true;
    }

    remembered(time) {
        return this.times.size;
    }
}

module.exports = { ReplayGuard };
