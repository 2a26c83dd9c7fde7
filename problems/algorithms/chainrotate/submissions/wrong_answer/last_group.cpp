// Mistake: leaves the last group as it is although it is complete; 03-pairs-2.
#include "signature.h"

ListNode *turn_groups(ListNode *chain, int k)
{
    ListNode dummy{0, chain};
    ListNode *done = &dummy;

    for (;;) {
        ListNode *rest = done->next;
        for (int i = 0; i < k && rest; i++)
            rest = rest->next;
        if (!rest)
            return dummy.next;

        ListNode *last = done->next;
        while (last->next != rest) {
            ListNode *moved = last->next;
            last->next = moved->next;
            moved->next = done->next;
            done->next = moved;
        }
        done = last;
    }
}
