/*
 * A service's output: a pipe, a thread that empties it, and a ring with the last of it. Its size
 * does not depend on how much is written.
 */
#include "judge/service/log.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

enum { RING_BYTES = 64 << 10, PIPE_BYTES = 64 << 10 };

struct log {
    int fd;
    int wake[2]; /* closed to end the thread */
    pthread_t thread;
    pthread_mutex_t lock;
    size_t total;
    char ring[RING_BYTES];
};

/* What is in the pipe now, and no more than a pipe holds: whoever asks needs what has been written
 * until now, and a service that never stops writing must not hold him up. The lock is held; false
 * when all writers are gone, or the pipe fails. */
static bool empty_pipe(struct log *log)
{
    char data[8192];

    for (size_t taken = 0; taken < PIPE_BYTES;) {
        ssize_t size = read(log->fd, data, sizeof(data));
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return size < 0 && errno == EAGAIN;
        for (ssize_t i = 0; i < size; i++)
            log->ring[log->total++ % RING_BYTES] = data[i];
        taken += (size_t) size;
    }
    return true;
}

static void *read_all(void *context)
{
    struct log *log = context;

    for (bool open = true; open;) {
        struct pollfd waits[2] = { { .fd = log->fd, .events = POLLIN },
                                   { .fd = log->wake[0], .events = POLLIN } };
        if (poll(waits, 2, -1) < 0) {
            if (errno != EINTR)
                return NULL;
            continue;
        }
        pthread_mutex_lock(&log->lock);
        if (waits[0].revents)
            open = empty_pipe(log);
        else if (waits[1].revents)
            open = false;
        pthread_mutex_unlock(&log->lock);
    }
    return NULL;
}

int log_new(struct log **ret, int *ret_fd, struct error *error)
{
    struct log *log = memory_alloc(sizeof(*log));
    int pair[2] = { -1, -1 };

    if (!log)
        return error_set(error, -ENOMEM, "out of memory");
    memset(log, 0, sizeof(*log));
    log->wake[0] = log->wake[1] = -1;
    pthread_mutex_init(&log->lock, NULL);
    /* Only the end that is read is not to block: the ends of a pipe have flags of their own. */
    if (pipe2(pair, O_CLOEXEC) < 0 || fcntl(pair[0], F_SETFL, O_NONBLOCK) < 0 ||
        pipe2(log->wake, O_CLOEXEC) < 0 ||
        (log->fd = pair[0], pthread_create(&log->thread, NULL, read_all, log) != 0)) {
        int code = errno ? -errno : -EAGAIN;
        for (int i = 0; i < 2; i++) {
            if (pair[i] >= 0)
                close(pair[i]);
            if (log->wake[i] >= 0)
                close(log->wake[i]);
        }
        free(log);
        return error_set(error, code, "no pipe or thread for a log: %s", strerror(-code));
    }
    *ret = log;
    *ret_fd = pair[1];
    return 0;
}

void log_free(struct log *log)
{
    if (!log)
        return;
    close(log->wake[1]);
    pthread_join(log->thread, NULL);
    close(log->wake[0]);
    close(log->fd);
    pthread_mutex_destroy(&log->lock);
    free(log);
}

char *log_tail(struct log *log, size_t limit)
{
    AUTO_FREE char *text = memory_alloc(RING_BYTES);
    size_t size = 0;

    if (!text)
        return NULL;
    pthread_mutex_lock(&log->lock);
    empty_pipe(log);
    size_t kept = log->total < RING_BYTES ? log->total : RING_BYTES;
    size_t first = log->total - (kept < limit ? kept : limit);
    for (size_t i = first; i < log->total; i++)
        text[size++] = log->ring[i % RING_BYTES];
    pthread_mutex_unlock(&log->lock);
    return text_harmless(text, size, limit + 3 * size);
}
