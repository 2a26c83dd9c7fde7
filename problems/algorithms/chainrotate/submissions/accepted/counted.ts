// O(n), O(1) space: counts first, and then turns as many groups as are complete.
import { ListNode } from "./nodes";

export function turnGroups(chain: ListNode | null, k: number): ListNode | null {
    let left = 0;
    for (let node = chain; node !== null; node = node.next) {
        left++;
    }

    const dummy = new ListNode(0, chain);
    let done = dummy;
    for (; left >= k; left -= k) {
        const first = done.next!;
        let turned: ListNode | null = null;
        let node: ListNode | null = first;
        for (let i = 0; i < k; i++) {
            const next: ListNode | null = node!.next;
            node!.next = turned;
            turned = node;
            node = next;
        }
        done.next = turned;
        first.next = node;
        done = first;
    }
    return dummy.next;
}
