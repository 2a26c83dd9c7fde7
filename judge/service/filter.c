/*
 * Theory of operation: the program is one chain of `if .f == N then … elif …`. Each filter stands
 * in brackets and ends with a line end, so that a comment in it ends too, and has the variables of
 * its probe bound before it. Where the whole does not compile, each filter is compiled alone, which
 * is slow and finds the one to blame.
 */
#include "judge/service/filter.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <ctype.h>
#include <errno.h>
#include <jq.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_NAME = 40, LONGEST_S = 10, EXIT_BAD_PACKAGE = 3 };

static const char functions[] =
    "def gaps: . as $a | [range(1; $a | length) as $k | $a[$k].at - $a[$k - 1].at];"
    "def percentile($p): sort | if length == 0 then null else"
    " .[[($p / 100 * length | ceil) - 1, 0] | max] end;"
    "def distinct: unique | length;"
    "def header($name): .headers[$name | ascii_downcase];"
    "def all_equal: (unique | length) <= 1;"
    "def mean: if length == 0 then null else add / length end;"
    "def deviation: mean as $m | if length == 0 then null else"
    " (map(. - $m | . * .) | add / length | sqrt) end;\n";

struct filter {
    const char *text, *file;
    int line;
    const struct filter_names *names;
};

struct filters {
    jq_state *jq;
    struct filter *items;
    size_t count, capacity;
    char message[300]; /* what jq said last */
};

/* ---- Names ---------------------------------------------------------------------------------- */

bool filter_name_valid(const char *name)
{
    size_t length = strlen(name);

    if (length == 0 || length > LONGEST_NAME || isdigit((unsigned char) *name))
        return false;
    for (; *name; name++)
        if (!isalnum((unsigned char) *name) && *name != '_')
            return false;
    return true;
}

bool filter_names_have(const struct filter_names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (!strcmp(names->items[i], name))
            return true;
    return false;
}

int filter_names_add(struct filter_names *names, const char *name)
{
    if (filter_names_have(names, name))
        return 0;
    if (array_reserve((void **) &names->items, names->count, &names->capacity,
                      sizeof(*names->items)) < 0)
        return -ENOMEM;
    names->items[names->count++] = name;
    return 0;
}

void filter_names_clear(struct filter_names *names)
{
    free(names->items);
    *names = (struct filter_names){ 0 };
}

/* ---- Compiling ------------------------------------------------------------------------------ */

static int out_of_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static void note_message(void *context, jv message)
{
    struct filters *filters = context;
    jv text = jq_format_error(message);

    /* Of "…, Unix shell quoting issues?" and a closing count of errors, the first is what helps. */
    if (jv_get_kind(text) == JV_KIND_STRING && filters->message[0] == '\0') {
        const char *start = jv_string_value(text);
        if (!strncmp(start, "jq: error: ", strlen("jq: error: ")))
            start += strlen("jq: error: ");
        snprintf(filters->message, sizeof(filters->message), "%.*s", (int) strcspn(start, "\n"),
                 start);
        char *shell = strstr(filters->message, " (Unix shell quoting issues?)");
        if (shell)
            *shell = '\0';
        text_line(filters->message);
    }
    jv_free(text);
}

static int new_state(struct filters *filters, struct error *error)
{
    jq_teardown(&filters->jq);
    filters->jq = jq_init();
    if (!filters->jq)
        return out_of_memory(error);
    jq_set_error_cb(filters->jq, note_message, filters);
    return 0;
}

int filters_new(struct filters **ret, struct error *error)
{
    struct filters *filters = memory_alloc(sizeof(*filters));

    if (!filters)
        return out_of_memory(error);
    *filters = (struct filters){ 0 };
    *ret = filters;
    return 0;
}

void filters_free(struct filters *filters)
{
    if (!filters)
        return;
    jq_teardown(&filters->jq);
    free(filters->items);
    free(filters);
}

int filters_add(struct filters *filters, const char *text, const char *file, int line,
                const struct filter_names *names, size_t *ret_id, struct error *error)
{
    if (array_reserve((void **) &filters->items, filters->count, &filters->capacity,
                      sizeof(*filters->items)) < 0)
        return out_of_memory(error);
    filters->items[filters->count] =
        (struct filter){ .text = text, .file = file, .line = line, .names = names };
    *ret_id = filters->count++;
    return 0;
}

static int put_filter(struct buffer *program, const struct filter *filter)
{
    int status = buffer_puts(program, "(");

    for (size_t k = 0; k < filter->names->count && status == 0; k++)
        status = buffer_printf(program, ".v.%s as $%s | ", filter->names->items[k],
                               filter->names->items[k]);
    return status < 0 ? status : buffer_printf(program, ".i | (%s\n))", filter->text);
}

static int compile_range(struct filters *filters, size_t first, size_t end, struct error *error)
{
    AUTO_BUFFER struct buffer program = { 0 };
    int status = new_state(filters, error);

    if (status < 0)
        return status;
    status = buffer_puts(&program, functions);
    for (size_t i = first; i < end && status == 0; i++) {
        status = buffer_printf(&program, "%s .f == %zu then ", i > first ? "elif" : "if", i);
        if (status == 0)
            status = put_filter(&program, &filters->items[i]);
    }
    if (status == 0)
        status = buffer_puts(&program, first < end ? " else null end" : "null");
    if (status < 0)
        return out_of_memory(error);
    filters->message[0] = '\0';
    return jq_compile(filters->jq, program.data) ? 0 : -EINVAL;
}

static int blame(struct filters *filters, struct error *error)
{
    for (size_t i = 0; i < filters->count; i++) {
        const struct filter *filter = &filters->items[i];
        int status = compile_range(filters, i, i + 1, error);
        if (status == -EINVAL) {
            error_at(error, -EINVAL, filter->file, filter->line, "jq does not take '%.200s': %s",
                     filter->text, filters->message);
            error_remedy(error, "try it with jq 1.6; the variables are those of the probe");
        }
        if (status < 0)
            return status;
    }
    return error_set(error, -EINVAL, "jq does not take the filters together: %s", filters->message);
}

int filters_compile(struct filters *filters, struct error *error)
{
    int status = compile_range(filters, 0, filters->count, error);

    return status == -EINVAL ? blame(filters, error) : status;
}

/* ---- Running -------------------------------------------------------------------------------- */

static int run_filter(struct filters *filters, size_t id, jv input, jv variables, jv *ret,
                      struct error *error)
{
    jv all = jv_object_set(jv_object(), jv_string("f"), jv_number((double) id));

    all = jv_object_set(all, jv_string("v"), jv_copy(variables));
    all = jv_object_set(all, jv_string("i"), input);
    filters->message[0] = '\0';
    jq_start(filters->jq, all, 0);
    jv result = jq_next(filters->jq);
    if (jv_is_valid(result)) {
        *ret = result;
        return 0;
    }
    if (!jv_invalid_has_msg(jv_copy(result))) {
        jv_free(result);
        *ret = jv_null();
        return 0;
    }
    jv message = jv_invalid_get_msg(result);
    if (jv_get_kind(message) != JV_KIND_STRING)
        message = jv_dump_string(message, 0);
    error_set(error, -EINVAL, "%.300s", jv_string_value(message));
    jv_free(message);
    return -EINVAL;
}

/* A filter that does not come to its end cannot be stopped: libjq looks at nothing while it runs.
 * So the judge ends, as it does for a package that cannot be read; rooms end with it. */
static void give_up(union sigval value)
{
    const struct filter *filter = value.sival_ptr;
    char text[200];

    snprintf(text, sizeof(text), "%s", filter->text);
    text_line(text);
    fprintf(stderr, "assay: %s:%d: after %d s the filter '%s' has not come to its end\n",
            filter->file, filter->line, LONGEST_S, text);
    _exit(EXIT_BAD_PACKAGE);
}

static int start_watch(struct filters *filters, size_t id, timer_t *ret, struct error *error)
{
    struct sigevent event = { .sigev_notify = SIGEV_THREAD,
                              .sigev_notify_function = give_up,
                              .sigev_value.sival_ptr = &filters->items[id] };
    const struct itimerspec when = { .it_value.tv_sec = LONGEST_S };

    if (timer_create(CLOCK_MONOTONIC, &event, ret) < 0)
        return error_set(error, -errno, "no timer: %s", strerror(errno));
    timer_settime(*ret, 0, &when, NULL);
    return 0;
}

int filters_run(struct filters *filters, size_t id, jv input, jv variables, jv *ret,
                struct error *error)
{
    timer_t watch;
    int status = start_watch(filters, id, &watch, error);

    if (status < 0) {
        jv_free(input);
        return status;
    }
    status = run_filter(filters, id, input, variables, ret, error);
    timer_delete(watch);
    return status;
}
