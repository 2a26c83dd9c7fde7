// numbers; time O(n log n); space O(n); kind: merge sort of a linked list, allocation-heavy
#include <stdio.h>
#include <stdlib.h>

struct node {
    int value;
    struct node *next;
};

static struct node *merge(struct node *a, struct node *b)
{
    struct node head, *tail = &head;

    while (a && b) {
        struct node **least = a->value <= b->value ? &a : &b;

        tail = tail->next = *least;
        *least = (*least)->next;
    }
    tail->next = a ? a : b;
    return head.next;
}

static struct node *sort(struct node *list)
{
    if (!list || !list->next)
        return list;
    struct node *slow = list, *fast = list->next;
    while (fast && fast->next) {
        slow = slow->next;
        fast = fast->next->next;
    }
    struct node *second = slow->next;
    slow->next = NULL;
    return merge(sort(list), sort(second));
}

int main(void)
{
    int n, x;
    struct node *list = NULL;
    unsigned checksum = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    while (n-- > 0 && scanf("%d", &x) == 1) {
        struct node *node = malloc(sizeof(*node));

        *node = (struct node){ x, list };
        list = node;
    }
    for (list = sort(list); list; list = list->next)
        checksum = checksum * 31 + (unsigned) list->value;
    printf("%u\n", checksum);
    return 0;
}
