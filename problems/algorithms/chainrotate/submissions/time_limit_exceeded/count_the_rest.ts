// Slow: O(n^2 / k), counts all that is left before each group.
import { ListNode } from "./nodes";

function length(chain: ListNode | null): number {
    let count = 0;
    for (let node = chain; node !== null; node = node.next) {
        count++;
    }
    return count;
}

export function turnGroups(chain: ListNode | null, k: number): ListNode | null {
    const dummy = new ListNode(0, chain);
    let done = dummy;
    while (length(done.next) >= k) {
        const last = done.next!;
        for (let i = 1; i < k; i++) {
            const moved = last.next!;
            last.next = moved.next;
            moved.next = done.next;
            done.next = moved;
        }
        done = last;
    }
    return dummy.next;
}
