// O(1) a call: nodes in an array, linked in the order of use and in chains by hash.
#include "signature.h"

#include <stdlib.h>

#define CHAINS (1u << 17)

struct node {
    int session, user;
    int before, after; /* in the order of use; node 0 is both ends */
    int next;          /* in its chain; 0: the last */
};

struct session_cache {
    int capacity, count, unused; /* unused: chain of free nodes */
    int chains[CHAINS];
    struct node *nodes;
};

static int *chain_of(struct session_cache *self, int session)
{
    return &self->chains[(unsigned) session * 2654435769u >> 15];
}

static int look_up(struct session_cache *self, int session)
{
    int at = *chain_of(self, session);

    while (at && self->nodes[at].session != session)
        at = self->nodes[at].next;
    return at;
}

static void take_out(struct session_cache *self, int at)
{
    struct node *node = &self->nodes[at];

    self->nodes[node->before].after = node->after;
    self->nodes[node->after].before = node->before;
}

static void put_last(struct session_cache *self, int at)
{
    struct node *nodes = self->nodes;

    nodes[at].before = nodes[0].before;
    nodes[at].after = 0;
    nodes[nodes[0].before].after = at;
    nodes[0].before = at;
}

static void forget(struct session_cache *self, int at)
{
    int *link = chain_of(self, self->nodes[at].session);

    while (*link != at)
        link = &self->nodes[*link].next;
    *link = self->nodes[at].next;
    take_out(self, at);
    self->nodes[at].next = self->unused;
    self->unused = at;
    self->count--;
}

struct session_cache *session_cache_new(int capacity)
{
    struct session_cache *self = calloc(1, sizeof(*self));

    self->capacity = capacity;
    self->nodes = calloc((size_t) capacity + 1, sizeof(*self->nodes));
    for (int i = capacity; i > 0; i--) {
        self->nodes[i].next = self->unused;
        self->unused = i;
    }
    return self;
}

struct optional_int session_cache_open(struct session_cache *self, int session, int user)
{
    struct optional_int gone = { 0 };
    int at = look_up(self, session);

    if (at) {
        take_out(self, at);
    } else {
        if (self->count == self->capacity) {
            gone = (struct optional_int){ true, self->nodes[self->nodes[0].after].session };
            forget(self, self->nodes[0].after);
        }
        at = self->unused;
        self->unused = self->nodes[at].next;
        self->nodes[at].session = session;
        self->nodes[at].next = *chain_of(self, session);
        *chain_of(self, session) = at;
        self->count++;
    }
    self->nodes[at].user = user;
    put_last(self, at);
    return gone;
}

struct optional_int session_cache_find(struct session_cache *self, int session)
{
    int at = look_up(self, session);

    if (!at)
        return (struct optional_int){ 0 };
    take_out(self, at);
    put_last(self, at);
    return (struct optional_int){ true, self->nodes[at].user };
}

bool session_cache_close(struct session_cache *self, int session)
{
    int at = look_up(self, session);

    if (at)
        forget(self, at);
    return at != 0;
}
