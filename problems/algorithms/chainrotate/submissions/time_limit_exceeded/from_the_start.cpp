// Slow: O(n^2 / k), goes from the start of the chain to each group.
#include "signature.h"

ListNode *turn_groups(ListNode *chain, int k)
{
    ListNode dummy{0, chain};
    long long count = 0;

    for (ListNode *node = chain; node; node = node->next)
        count++;
    for (long long start = 0; start + k <= count; start += k) {
        ListNode *before = &dummy;
        for (long long i = 0; i < start; i++)
            before = before->next;

        ListNode *last = before->next;
        for (int i = 1; i < k; i++) {
            ListNode *moved = last->next;
            last->next = moved->next;
            moved->next = before->next;
            before->next = moved;
        }
    }
    return dummy.next;
}
