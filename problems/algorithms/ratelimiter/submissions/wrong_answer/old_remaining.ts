// Mistake: remaining forgets to drop what no longer counts; 10-quiet-20.
export class RateLimiter {
    private times = new Map<string, number[]>();

    constructor(private limit: number, private window: number) {
    }

    allow(client: string, time: number): boolean {
        const times = this.times.get(client) ?? [];
        while (times.length > 0 && times[0] <= time - this.window) {
            times.shift();
        }
        this.times.set(client, times);
        if (times.length >= this.limit) {
            return false;
        }
        times.push(time);
        return true;
    }

    remaining(client: string, time: number): number {
        return this.limit - (this.times.get(client)?.length ?? 0);
    }
}
