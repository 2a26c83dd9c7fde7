/*
 * Spare network namespaces.
 *
 * A namespace costs the kernel half a millisecond to make and more to take down, both under locks
 * that are held for the whole host. A room without loopback needs one that leads nowhere, and when
 * its processes are dead nothing is left in it: no interface was ever up, so that no connection
 * lingers, sockets and abstract names went with the processes, and nobody but init, which is ours,
 * had the right to change it. So the judge keeps it and clones the next such room's init into it.
 * Two rooms never have the same one at the same time.
 *
 * Privilege: entering takes CAP_SYS_ADMIN over the namespace, which a judge that is root has. The
 * room's own root has no rights over a namespace that it was cloned into. Rooms of a plain user,
 * and rooms with loopback, make their own.
 */
#include "sandbox/room.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <unistd.h>

#define SPARES 8

struct network_set {
    int home; /* the judge's own namespace; -1: nothing is kept */
    pthread_mutex_t lock;
    int spares[SPARES];
    size_t count;
};

int network_set_new(struct network_set **ret, struct sandbox_error *error)
{
    struct network_set *set = calloc(1, sizeof(*set));

    if (!set)
        return sandbox_fail(error, -ENOMEM, "out of memory");
    set->home = geteuid() == 0 ? open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC) : -1;
    pthread_mutex_init(&set->lock, NULL);
    *ret = set;
    return 0;
}

void network_set_free(struct network_set *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->count; i++)
        close(set->spares[i]);
    if (set->home >= 0)
        close(set->home);
    pthread_mutex_destroy(&set->lock);
    free(set);
}

int network_enter(struct network_set *set)
{
    int fd = -1;

    pthread_mutex_lock(&set->lock);
    if (set->count > 0)
        fd = set->spares[--set->count];
    pthread_mutex_unlock(&set->lock);
    if (fd >= 0 && setns(fd, CLONE_NEWNET) < 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

/* Fails only while the kernel has no memory for a few bytes, and a thread must not stay where it
 * is. */
void network_leave(struct network_set *set)
{
    while (setns(set->home, CLONE_NEWNET) < 0)
        sched_yield();
}

void network_keep(struct network_set *set, int fd)
{
    if (fd < 0)
        return;
    pthread_mutex_lock(&set->lock);
    if (set->home >= 0 && set->count < SPARES) {
        set->spares[set->count++] = fd;
        fd = -1;
    }
    pthread_mutex_unlock(&set->lock);
    if (fd >= 0)
        close(fd);
}
