// Crash: a plain object as a map already has a constructor and a __proto__, which are no lists.
class RateLimiter {
    constructor(limit, window) {
        this.limit = limit;
        this.window = window;
        this.times = {};
    }

    counting(client, time) {
        if (!this.times[client]) {
            this.times[client] = [];
        }
        const times = this.times[client];
        while (times.length > 0 && times[0] <= time - this.window) {
            times.shift();
        }
        return times;
    }

    allow(client, time) {
        const times = this.counting(client, time);
        if (times.length >= this.limit) {
            return false;
        }
        times.push(time);
        return true;
    }

    remaining(client, time) {
        return this.limit - this.counting(client, time).length;
    }
}

module.exports = { RateLimiter };
