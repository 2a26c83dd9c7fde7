// Mistake: turns every other group only, and passes over those between; 08-exact-6.
import { ListNode } from "./nodes";

export function turnGroups(chain: ListNode | null, k: number): ListNode | null {
    let left = 0;
    for (let node = chain; node !== null; node = node.next) {
        left++;
    }

    const dummy = new ListNode(0, chain);
    let done: ListNode | null = dummy;
    for (let turn = true; left >= k; left -= k, turn = !turn) {
        const first: ListNode = done!.next!;
        for (let i = 1; i < k; i++) {
            if (turn) {
                const moved: ListNode = first.next!;
                first.next = moved.next;
                moved.next = done!.next;
                done!.next = moved;
            }
        }
        for (let i = 0; i < k; i++) {
            done = done!.next;
        }
    }
    return dummy.next;
}
