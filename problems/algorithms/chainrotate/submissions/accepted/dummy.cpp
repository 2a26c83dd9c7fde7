// O(n), O(1) space: a dummy before the chain; each complete group is turned where it stands.
#include "signature.h"

ListNode *turn_groups(ListNode *chain, int k)
{
    ListNode dummy{0, chain};
    ListNode *done = &dummy; // the last node of the part that is done

    for (;;) {
        ListNode *rest = done->next;
        for (int i = 0; i < k; i++) {
            if (!rest)
                return dummy.next;
            rest = rest->next;
        }

        ListNode *first = done->next, *turned = rest;
        for (ListNode *node = first; node != rest;) {
            ListNode *next = node->next;
            node->next = turned;
            turned = node;
            node = next;
        }
        done->next = turned;
        done = first;
    }
}
