// O(n log w): a heap of free workers by number, a heap of busy ones by the time at which they are done.
class Heap<T> {
    private items: T[] = [];

    constructor(private before: (one: T, two: T) => boolean) {
    }

    get size(): number {
        return this.items.length;
    }

    get top(): T {
        return this.items[0];
    }

    push(item: T): void {
        const items = this.items;
        let at = items.length;
        items.push(item);
        while (at > 0 && this.before(item, items[(at - 1) >> 1])) {
            items[at] = items[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        items[at] = item;
    }

    pop(): T {
        const items = this.items;
        const top = items[0];
        const last = items.pop()!;
        if (items.length > 0) {
            let at = 0;
            for (let child = 1; child < items.length; child = 2 * at + 1) {
                if (child + 1 < items.length && this.before(items[child + 1], items[child])) {
                    child++;
                }
                if (!this.before(items[child], last)) {
                    break;
                }
                items[at] = items[child];
                at = child;
            }
            items[at] = last;
        }
        return top;
    }
}

interface Busy {
    end: number;
    worker: number;
}

export function assignJobs(arrivals: number[], durations: number[], workers: number): number[] {
    const free = new Heap<number>((one, two) => one < two);
    const busy = new Heap<Busy>((one, two) =>
        one.end !== two.end ? one.end < two.end : one.worker < two.worker);
    for (let worker = 0; worker < workers; worker++) {
        free.push(worker);
    }
    return arrivals.map((arrival, job) => {
        let start = arrival;
        while (busy.size > 0 && busy.top.end <= start) {
            free.push(busy.pop().worker);
        }
        let worker: number;
        if (free.size > 0) {
            worker = free.pop();
        } else {
            ({ end: start, worker } = busy.pop());
        }
        busy.push({ end: start + durations[job], worker });
        return worker;
    });
}
