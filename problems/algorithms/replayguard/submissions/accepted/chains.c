// O(1) amortised a call: nodes in chains by hash, linked in the order of acceptance as well.
#include "signature.h"

#include <stdlib.h>

#define CHAINS (1u << 17)

struct node {
    int id, time;
    struct node *next;  /* in its chain */
    struct node *after; /* accepted after it */
};

struct replay_guard {
    int window, count;
    struct node *oldest, *newest;
    struct node *chains[CHAINS];
};

static struct node **find(struct replay_guard *self, int id)
{
    struct node **link = &self->chains[(unsigned) id * 2654435769u >> 15];

    while (*link && (*link)->id != id)
        link = &(*link)->next;
    return link;
}

static void forget(struct replay_guard *self, int time)
{
    while (self->oldest && time - self->oldest->time >= self->window) {
        struct node *node = self->oldest;
        struct node **link = find(self, node->id);

        *link = node->next;
        self->oldest = node->after;
        if (!self->oldest)
            self->newest = NULL;
        self->count--;
        free(node);
    }
}

struct replay_guard *replay_guard_new(int window)
{
    struct replay_guard *self = calloc(1, sizeof(*self));

    self->window = window;
    return self;
}

bool replay_guard_accept(struct replay_guard *self, int id, int time)
{
    struct node **link;

    forget(self, time);
    link = find(self, id);
    if (*link)
        return false;
    *link = malloc(sizeof(**link));
    **link = (struct node){ id, time, NULL, NULL };
    if (self->newest)
        self->newest->after = *link;
    else
        self->oldest = *link;
    self->newest = *link;
    self->count++;
    return true;
}

int replay_guard_remembered(struct replay_guard *self, int time)
{
    forget(self, time);
    return self->count;
}
