/*
 * Theory of operation: the calling thread is one of the crew, so that with one job no thread is
 * started, and a host that is short of threads works with fewer. Each has a CPU of its own as long
 * as there are enough of them.
 */

#include "judge/trial/crew.h"

#include "judge/base/memory.h"
#include "judge/trial/cores.h"

#include <pthread.h>

struct crew {
    crew_work *work;
    void *context;
    pthread_mutex_t lock; /* over what follows */
    struct cores cores;
    size_t next, count;
    int code;
    struct error error;
};

bool crew_next(struct crew *crew, size_t *ret)
{
    bool some;

    pthread_mutex_lock(&crew->lock);
    some = crew->code == 0 && crew->next < crew->count;
    if (some)
        *ret = crew->next++;
    pthread_mutex_unlock(&crew->lock);
    return some;
}

void crew_stop(struct crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    crew->next = crew->count;
    pthread_mutex_unlock(&crew->lock);
}

static void *thread(void *context)
{
    struct crew *crew = context;
    struct error error = { 0 };

    pthread_mutex_lock(&crew->lock);
    int cpu = cores_claim(&crew->cores, -1);
    pthread_mutex_unlock(&crew->lock);
    int code = crew->work(crew->context, crew, cpu, &error);

    if (code == 0)
        return NULL;
    pthread_mutex_lock(&crew->lock);
    if (crew->code == 0) {
        crew->code = code;
        crew->error = error;
    }
    pthread_mutex_unlock(&crew->lock);
    return NULL;
}

int crew_run(crew_work *work, void *context, int jobs, size_t count, struct error *error)
{
    struct crew *crew = calloc(1, sizeof(*crew));
    pthread_t *ids = NULL;
    size_t wanted, started = 0;

    if (!crew)
        return error_set(error, -ENOMEM, "out of memory");
    crew->work = work;
    crew->context = context;
    crew->count = count;
    cores_find(&crew->cores);
    wanted = (size_t) (jobs > 0 ? jobs : cores_physical(&crew->cores));
    wanted = wanted < count ? wanted : count;
    pthread_mutex_init(&crew->lock, NULL);
    ids = calloc(wanted + 1, sizeof(*ids));
    while (ids && started + 1 < wanted && pthread_create(&ids[started], NULL, thread, crew) == 0)
        started++;
    thread(crew);
    for (size_t i = 0; i < started; i++)
        pthread_join(ids[i], NULL);
    pthread_mutex_destroy(&crew->lock);
    free(ids);
    int code = crew->code;

    if (code < 0)
        *error = crew->error;
    free(crew);
    return code;
}
