/*
 * Loaded into a JVM as its agent: how much memory the objects that are alive take at most, and the
 * stacks of its threads, above what there was at the beginning.
 *
 * Theory of operation: the JVM calls whenever about so much was allocated. Each time that comes to
 * a share of all that was, garbage is collected, and what is left is alive; so that what lives as
 * long as a share of the run is seen, to that share, and a run takes a few hundred collections at
 * most. How deep the stacks were shows at the end, by the pages that were written to.
 */

#include "judge/growth/held/jvm.h"

#include <pthread.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define LEAST_BETWEEN ((int64_t) 2048) /* collections, of what is allocated */
#define SHARE_BETWEEN 20
/* Once they took as long as that, there are fewer. */
#define DEAR_NS 400000000
#define SHARE_DEAR 8
#define SAMPLES_BETWEEN 8 /* calls: how much is allocated between two differs at random */
#define MOST_INTERVAL (INT32_MAX / 2)
#define RESTS 3
#define REST_NS 1000000
#define PAGES_UNSEEN 2 /* of stacks: a call of the library may be the first on its page */
#define MOST_STACKS 64
#define CHUNK_PAGES 1024

struct stack {
    char *low, *high; /* NULL: none */
    int64_t pages;    /* written to at the beginning */
};

static struct tool *tool; /* NULL: no JVM */
static struct jvm *machine;
static struct jvm_object *runtime; /* java.lang.Runtime */
static struct jvm_method *total_memory, *free_memory;
static bool measuring;
static int collecting; /* by one thread at a time */
static uint64_t *peak; /* of objects and stacks */
static int64_t live_first, live_peak, stacks_peak;
static int64_t allocated, since; /* since the beginning, since the last collection */
static int32_t interval;
static int64_t spent_ns; /* in collections */

/* Guarded by their lock. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct stack stacks[MOST_STACKS];

/* ---- Stacks --------------------------------------------------------------------------------- */

/* From the top down to where nothing was written to. */
static int64_t pages_of(const struct stack *stack)
{
    static unsigned char present[CHUNK_PAGES];
    size_t page_bytes = (size_t) sysconf(_SC_PAGESIZE), chunk = CHUNK_PAGES * page_bytes;
    int64_t pages = 0, before = -1;

    for (char *end = stack->high; end > stack->low && pages > before;) {
        size_t size = (size_t) (end - stack->low) < chunk ? (size_t) (end - stack->low) : chunk;

        end -= size;
        before = pages;
        if (mincore(end, size, present) != 0)
            break;
        for (size_t i = 0; i < size / page_bytes; i++)
            pages += present[i] & 1;
    }
    return pages;
}

static struct stack *stack_of(const char *inside)
{
    for (size_t i = 0; i < COUNT(stacks); i++)
        if (inside >= stacks[i].low && inside < stacks[i].high)
            return &stacks[i];
    return NULL;
}

/* This thread's. Those that find no place are not measured. */
static void add_stack(void)
{
    pthread_attr_t attributes;
    void *low;
    size_t size;

    if (stack_of((char *) &low) || pthread_getattr_np(pthread_self(), &attributes) != 0)
        return;
    if (pthread_attr_getstack(&attributes, &low, &size) == 0)
        for (size_t i = 0; i < COUNT(stacks); i++)
            if (!stacks[i].high) {
                stacks[i] = (struct stack){ (char *) low, (char *) low + size, 0 };
                break;
            }
    pthread_attr_destroy(&attributes);
}

static void note_peak(void)
{
    uint64_t most =
        (uint64_t) live_peak + (uint64_t) stacks_peak * (uint64_t) sysconf(_SC_PAGESIZE);

    if (peak && most > *peak)
        __atomic_store_n(peak, most, __ATOMIC_RELEASE);
}

static void look_at_stacks(void)
{
    int64_t pages = 0;

    for (size_t i = 0; i < COUNT(stacks); i++)
        if (stacks[i].high)
            pages += pages_of(&stacks[i]) - stacks[i].pages;
    if (measuring && pages - PAGES_UNSEEN > stacks_peak)
        stacks_peak = pages - PAGES_UNSEEN;
    note_peak();
}

/* ---- Objects -------------------------------------------------------------------------------- */

static struct jni *jni_here(void)
{
    struct jni *jni = NULL;

    return machine->functions->get(machine, &jni, JNI_VERSION) == JVM_OK ? jni : NULL;
}

static int64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t) now.tv_sec * 1000000000 + now.tv_nsec;
}

/* Bytes; -1: this thread cannot tell. */
static int64_t live(struct jni *jni)
{
    const struct jni_functions *java = jni->functions;

    if (!runtime || java->exception_check(jni) || tool->functions->collect(tool) != JVM_OK)
        return -1;
    int64_t total = java->call_long(jni, runtime, total_memory, NULL);
    int64_t unused =
        java->exception_check(jni) ? total : java->call_long(jni, runtime, free_memory, NULL);

    if (!java->exception_check(jni))
        return total - unused;
    java->exception_clear(jni); /* its stack is full */
    return -1;
}

/* What waits for a thread of the library to be closed is alive once more. */
static int64_t live_at_rest(struct jni *jni)
{
    const struct timespec pause = { .tv_nsec = REST_NS };
    int64_t least = live(jni);

    for (size_t i = 0; i < RESTS; i++) {
        nanosleep(&pause, NULL);
        int64_t now = live(jni);

        if (now >= 0 && now < least)
            least = now;
    }
    return least;
}

static void set_interval(int64_t bytes)
{
    interval = (int32_t) (bytes < MOST_INTERVAL ? bytes : MOST_INTERVAL);
    tool->functions->set_sampling_interval(tool, interval);
}

static void collect(struct jni *jni)
{
    int64_t begun_ns = now_ns(), now = live(jni);

    spent_ns += now_ns() - begun_ns;
    if (now >= 0 && now - live_first > live_peak) {
        live_peak = now - live_first;
        note_peak();
    }
    int64_t between = allocated / (spent_ns > DEAR_NS ? SHARE_DEAR : SHARE_BETWEEN);

    since = 0;
    set_interval((between > LEAST_BETWEEN ? between : LEAST_BETWEEN) / SAMPLES_BETWEEN);
}

static void on_allocation(struct tool *from, struct jni *jni, struct jvm_object *thread,
                          struct jvm_object *object, struct jvm_object *class, int64_t size)
{
    int64_t between = (int64_t) interval * SAMPLES_BETWEEN;

    (void) from, (void) thread, (void) object, (void) class;
    if (!__atomic_load_n(&measuring, __ATOMIC_ACQUIRE) ||
        __atomic_exchange_n(&collecting, 1, __ATOMIC_ACQUIRE))
        return;
    int64_t more = size > interval ? size : interval;

    allocated += more;
    since += more;
    if (since >= between)
        collect(jni);
    __atomic_store_n(&collecting, 0, __ATOMIC_RELEASE);
}

/* ---- For held.c ------------------------------------------------------------------------------ */

bool jvm_is_measured(void)
{
    return tool && runtime;
}

bool jvm_begin(uint64_t *peak_bytes)
{
    struct jni *jni = jni_here();

    if (!jni || tool->functions->set_event_mode(tool, TOOL_ENABLE, TOOL_ALLOCATED, NULL) != JVM_OK)
        return false;
    int64_t now = live_at_rest(jni);

    if (now < 0)
        return false;
    pthread_mutex_lock(&lock);
    live_first = now;
    live_peak = stacks_peak = allocated = since = spent_ns = 0;
    add_stack();
    for (size_t i = 0; i < COUNT(stacks); i++)
        stacks[i].pages = stacks[i].high ? pages_of(&stacks[i]) : 0;
    __atomic_store_n(peak_bytes, 0, __ATOMIC_RELEASE);
    peak = peak_bytes;
    pthread_mutex_unlock(&lock);
    set_interval(LEAST_BETWEEN / SAMPLES_BETWEEN);
    __atomic_store_n(&measuring, true, __ATOMIC_RELEASE);
    return true;
}

void jvm_pause(void)
{
    pthread_mutex_lock(&lock);
    look_at_stacks();
    __atomic_store_n(&measuring, false, __ATOMIC_RELEASE);
    pthread_mutex_unlock(&lock);
}

void jvm_resume(void)
{
    __atomic_store_n(&measuring, true, __ATOMIC_RELEASE);
}

/* ---- Of the JVM ------------------------------------------------------------------------------ */

static void on_thread_start(struct tool *from, struct jni *jni, struct jvm_object *thread)
{
    (void) from, (void) jni, (void) thread;
    pthread_mutex_lock(&lock);
    add_stack();
    pthread_mutex_unlock(&lock);
}

static void on_thread_end(struct tool *from, struct jni *jni, struct jvm_object *thread)
{
    (void) from, (void) jni, (void) thread;
    pthread_mutex_lock(&lock);
    look_at_stacks();
    struct stack *own = stack_of((char *) &own);

    if (own)
        *own = (struct stack){ 0 };
    pthread_mutex_unlock(&lock);
}

static void on_end(struct tool *from, struct jni *jni)
{
    (void) from, (void) jni;
    pthread_mutex_lock(&lock);
    look_at_stacks();
    measuring = false;
    pthread_mutex_unlock(&lock);
}

static void on_start(struct tool *from, struct jni *jni, struct jvm_object *thread)
{
    const struct jni_functions *java = jni->functions;
    struct jvm_object *class = java->find_class(jni, "java/lang/Runtime");
    struct jvm_method *get =
        java->get_static_method(jni, class, "getRuntime", "()Ljava/lang/Runtime;");

    (void) from, (void) thread;
    total_memory = java->get_method(jni, class, "totalMemory", "()J");
    free_memory = java->get_method(jni, class, "freeMemory", "()J");
    runtime = java->new_global_ref(jni, java->call_static_object(jni, class, get, NULL));
}

int32_t Agent_OnLoad(struct jvm *jvm, const char *options, void *reserved)
{
    static const enum tool_event events[] = { TOOL_JVM_STARTED, TOOL_JVM_ENDS, TOOL_THREAD_STARTS,
                                              TOOL_THREAD_ENDS };
    static const struct tool_callbacks callbacks = { .jvm_started = on_start,
                                                     .jvm_ends = on_end,
                                                     .thread_starts = on_thread_start,
                                                     .thread_ends = on_thread_end,
                                                     .allocated = on_allocation };
    uint32_t capabilities[TOOL_CAPABILITY_WORDS] = { 0 };
    struct tool *found = NULL;

    (void) options, (void) reserved;
    capabilities[TOOL_CAN_SAMPLE_ALLOCATIONS / 32] = UINT32_C(1)
                                                     << TOOL_CAN_SAMPLE_ALLOCATIONS % 32;
    if (jvm->functions->get(jvm, &found, TOOL_VERSION) != JVM_OK ||
        found->functions->add_capabilities(found, capabilities) != JVM_OK ||
        found->functions->set_callbacks(found, &callbacks, sizeof(callbacks)) != JVM_OK)
        return -1;
    for (size_t i = 0; i < COUNT(events); i++)
        if (found->functions->set_event_mode(found, TOOL_ENABLE, events[i], NULL) != JVM_OK)
            return -1;
    machine = jvm;
    tool = found;
    set_interval(LEAST_BETWEEN / SAMPLES_BETWEEN);
    return JVM_OK;
}
