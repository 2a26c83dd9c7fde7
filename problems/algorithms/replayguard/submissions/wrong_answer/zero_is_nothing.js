// Mistake: takes the time 0 for no time; 06-zero-8.
class ReplayGuard {
    constructor(window) {
        this.window = window;
        this.times = new Map();
    }

    accept(id, time) {
        this.remembered(time);
        if (this.times.get(id)) {
            return false;
        }
        this.times.set(id, time);
        return true;
    }

    remembered(time) {
        for (const [id, accepted] of this.times) {
            if (time - accepted < this.window) {
                break;
            }
            this.times.delete(id);
        }
        return this.times.size;
    }
}

module.exports = { ReplayGuard };
