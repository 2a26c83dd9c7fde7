// O(n log n): two heaps, one with the lower half and one with the upper half.
class Heap {
    constructor(before) {
        this.before = before;
        this.items = [];
    }

    get size() {
        return this.items.length;
    }

    get top() {
        return this.items[0];
    }

    push(item) {
        let at = this.items.length;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            if (!this.before(item, this.items[parent])) {
                break;
            }
            this.items[at] = this.items[parent];
            at = parent;
        }
        this.items[at] = item;
    }

    pop() {
        const top = this.items[0];
        const last = this.items.pop();
        const count = this.items.length;
        if (count > 0) {
            let at = 0;
            for (;;) {
                let child = 2 * at + 1;
                if (child >= count) {
                    break;
                }
                if (child + 1 < count && this.before(this.items[child + 1], this.items[child])) {
                    child++;
                }
                if (!this.before(this.items[child], last)) {
                    break;
                }
                this.items[at] = this.items[child];
                at = child;
            }
            this.items[at] = last;
        }
        return top;
    }
}

function runningMedians(latencies) {
    const lower = new Heap((one, two) => one > two);
    const upper = new Heap((one, two) => one < two);
    return latencies.map((latency) => {
        if (lower.size === 0 || latency <= lower.top) {
            lower.push(latency);
        } else {
            upper.push(latency);
        }
        if (lower.size > upper.size + 1) {
            upper.push(lower.pop());
        } else if (lower.size < upper.size) {
            lower.push(upper.pop());
        }
        return lower.top;
    });
}

module.exports = { runningMedians };
