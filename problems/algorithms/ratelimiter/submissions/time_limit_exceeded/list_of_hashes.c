// Slow: O(clients) for each call: searches a list of hashes of clients.
#include "signature.h"

#include <stdint.h>
#include <stdlib.h>

struct client {
    size_t start, end, room; /* from start to end: the times that count */
    int *times;
};

struct rate_limiter {
    int limit, window;
    size_t count, room;
    uint64_t *hashes;
    struct client *clients;
};

static uint64_t hash_of(const char *name)
{
    uint64_t hash = 14695981039346656037u;

    for (; *name; name++)
        hash = (hash ^ (unsigned char) *name) * 1099511628211u;
    return hash;
}

static size_t search(const uint64_t *hashes, size_t count, uint64_t hash)
{
    size_t at = 0;

    while (at < count && hashes[at] != hash)
        at++;
    return at;
}

static struct client *counting(struct rate_limiter *self, const char *name, int time)
{
    uint64_t hash = hash_of(name);
    size_t at = search(self->hashes, self->count, hash);
    struct client *client;

    if (at == self->room) {
        self->room = 2 * self->room + 1;
        self->hashes = realloc(self->hashes, self->room * sizeof(*self->hashes));
        self->clients = realloc(self->clients, self->room * sizeof(*self->clients));
    }
    client = &self->clients[at];
    if (at == self->count) {
        self->hashes[self->count++] = hash;
        *client = (struct client){ 0 };
    }
    while (client->start < client->end && client->times[client->start] <= time - self->window)
        client->start++;
    return client;
}

struct rate_limiter *rate_limiter_new(int limit, int window)
{
    struct rate_limiter *self = calloc(1, sizeof(*self));

    self->limit = limit;
    self->window = window;
    return self;
}

bool rate_limiter_allow(struct rate_limiter *self, char *name, int time)
{
    struct client *client = counting(self, name, time);

    if (client->end - client->start == (size_t) self->limit)
        return false;
    if (client->end == client->room) {
        client->room = 2 * client->room + 1;
        client->times = realloc(client->times, client->room * sizeof(*client->times));
    }
    client->times[client->end++] = time;
    return true;
}

int rate_limiter_remaining(struct rate_limiter *self, char *name, int time)
{
    struct client *client = counting(self, name, time);

    return self->limit - (int) (client->end - client->start);
}
