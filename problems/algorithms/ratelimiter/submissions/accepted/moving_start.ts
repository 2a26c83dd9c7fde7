// O(1) a call, amortised: a list of times for each client, and where those that count start in it.
interface Log {
    times: number[];
    start: number;
}

export class RateLimiter {
    private logs = new Map<string, Log>();

    constructor(private limit: number, private window: number) {
    }

    private counting(client: string, time: number): Log {
        let log = this.logs.get(client);
        if (log === undefined) {
            log = { times: [], start: 0 };
            this.logs.set(client, log);
        }
        while (log.start < log.times.length && log.times[log.start] <= time - this.window) {
            log.start++;
        }
        if (log.start > 16 && 2 * log.start > log.times.length) {
            log.times = log.times.slice(log.start);
            log.start = 0;
        }
        return log;
    }

    allow(client: string, time: number): boolean {
        const log = this.counting(client, time);
        if (log.times.length - log.start === this.limit) {
            return false;
        }
        log.times.push(time);
        return true;
    }

    remaining(client: string, time: number): number {
        const log = this.counting(client, time);
        return this.limit - (log.times.length - log.start);
    }
}
