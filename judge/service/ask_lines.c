/*
 * Theory of operation: the tests run once more, with what the languages themselves have for telling
 * which lines are executed: a tracing hook for Python, V8's counts for Node, Go's own coverage. All
 * of it is switched on by the environment, so that any command will do, and lies in /box/lines,
 * outside of the candidate's tree and data. Small programs in the room (judge/service/lines/) make
 * one form of what was written there; the judge reads that, and believes no more of it than which
 * lines.
 *
 * What is not seen is not "never executed": a language of which no line was seen, a process that
 * was killed before it could tell, tests that fail when they are watched make it unknown, and then
 * all lines count. Whoever asks also tries whether it is true (ask_mutants.c).
 */
#include "judge/service/asker.h"

#include "judge/base/embed.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOT "/box/app"

enum { WATCHED_MOST_S = 40, READ_S = 60, WHY_BYTES = 200 };

EMBED(lines_sitecustomize, "judge/service/lines/sitecustomize.py");
EMBED(lines_python, "judge/service/lines/python.py");
EMBED(lines_watch, "judge/service/lines/watch.cjs");
EMBED(lines_node, "judge/service/lines/node.cjs");
EMBED(lines_go, "judge/service/lines/go.sh");

static const struct {
    const char *path, *text;
} files[] = {
    { "sitecustomize.py", lines_sitecustomize },
    { "python.py", lines_python },
    { "watch.cjs", lines_watch },
    { "node.cjs", lines_node },
    { "go.sh", lines_go },
};

struct watcher {
    enum syntax_language languages[4];
    const char *variables[3]; /* that switch it on */
    const char *command;      /* that prints what came of it */
};

static const struct watcher watchers[] = {
    { { SYNTAX_PYTHON }, { "PYTHONPATH=/box/lines" }, "python3 -I /box/lines/python.py" },
    { { SYNTAX_JAVASCRIPT, SYNTAX_TYPESCRIPT, SYNTAX_TSX },
      { "NODE_OPTIONS=--require=/box/lines/watch.cjs", "NODE_V8_COVERAGE=/box/lines/v8" },
      "node /box/lines/node.cjs" },
    { { SYNTAX_GO },
      { "GOFLAGS=-coverprofile=/box/lines/go.out -coverpkg=./..." },
      "sh /box/lines/go.sh" },
};

/* Node's processes that the tests leave behind are asked to end, so that they tell (watch.cjs). */
static const char wrapper[] = "(\n%s\n)\n"
                              "status=$?; n=0\n"
                              "while [ $n -lt 20 ] && ls /box/lines/node-* >/dev/null 2>&1; do\n"
                              "    for mark in /box/lines/node-*; do\n"
                              "        kill -TERM \"${mark##*-}\" 2>/dev/null\n"
                              "    done\n"
                              "    sleep 0.1; n=$((n + 1))\n"
                              "done\n"
                              "exit $status\n";

struct ask_lines {
    struct line_set *executed, *never;
    bool known[SYNTAX_LANGUAGES];
    size_t count;
    char why[WHY_BYTES];
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* The first reason stands. */
static void say_why(struct ask_lines *lines, const char *what, const char *rest)
{
    if (!*lines->why)
        snprintf(lines->why, sizeof(lines->why), "%.150s%.40s", what, rest);
}

/* ---- Watching ------------------------------------------------------------------------------- */

static const struct watcher *watcher_of(enum syntax_language language)
{
    for (size_t i = 0; i < COUNT(watchers); i++)
        for (size_t k = 0; k < COUNT(watchers[i].languages) && watchers[i].languages[k]; k++)
            if (watchers[i].languages[k] == language)
                return &watchers[i];
    return NULL;
}

/* *ret_wanted: for each watcher whether there is something to watch. */
static bool list_wanted(struct ask_lines *lines, const struct mutants *mutants,
                        bool wanted[COUNT(watchers)])
{
    bool any = false;

    memset(wanted, 0, COUNT(watchers) * sizeof(*wanted));
    for (size_t i = 0; i < mutants->count; i++) {
        enum syntax_language language = mutants->items[i].language;
        const struct watcher *watcher = watcher_of(language);
        if (watcher)
            any = wanted[watcher - watchers] = true;
        else
            say_why(lines, "nothing that is installed tells it for ",
                    syntax_language_name(language));
    }
    return any;
}

static int put_files(struct asker *asker, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < COUNT(files) && status == 0; i++)
        status = host_put(asker->host, "lines", files[i].path, files[i].text, strlen(files[i].text),
                          error);
    return status;
}

/* *ret_good: whether the tests passed. */
static int run_watched(struct asker *asker, const bool wanted[COUNT(watchers)], bool *ret_good,
                       struct error *error)
{
    const char *extra[COUNT(watchers) * COUNT(watchers[0].variables) + 1];
    AUTO_FREE char *command = NULL;
    struct host_run run = { 0 };
    size_t count = 0;

    for (size_t i = 0; i < COUNT(watchers); i++)
        for (size_t k = 0; wanted[i] && k < COUNT(watchers[i].variables); k++)
            if (watchers[i].variables[k])
                extra[count++] = watchers[i].variables[k];
    extra[count] = NULL;
    if (asprintf(&command, wrapper, asker->tests->command) < 0)
        return no_memory(error);
    double limit_s = fmin(5 * asker->tests->run.seconds + 10, WATCHED_MOST_S);
    int status = host_command_beside(asker->host, command, extra, limit_s, NULL, &run, error);
    *ret_good = status == 0 && run.good;
    host_run_clear(&run);
    return status;
}

/* ---- Reading -------------------------------------------------------------------------------- */

/* "+ FIRST LAST PATH", "- FIRST LAST PATH", "! WHY"; anything else is passed over. */
static int take_line(struct ask_lines *lines, const char *line, size_t length)
{
    char text[4096], *end;

    if (length >= sizeof(text) || length < 2)
        return 0;
    memcpy(text, line, length);
    text[length] = '\0';
    if (!strncmp(text, "! ", 2))
        say_why(lines, text + 2, "");
    if (*text != '+' && *text != '-')
        return 0;
    unsigned long first = strtoul(text + 1, &end, 10), last = strtoul(end, &end, 10);
    if (*end != ' ' || first > LINE_SET_LAST || last > LINE_SET_LAST)
        return 0;
    const char *name = end + 1;
    const char *below = strncmp(name, ROOT "/", strlen(ROOT "/")) ? name : name + strlen(ROOT "/");
    if (mutant_is_test(below))
        return 0;
    return line_set_add(*text == '+' ? lines->executed : lines->never, name, strlen(name),
                        (unsigned) first, (unsigned) last);
}

static int read_watcher(struct asker *asker, const struct watcher *watcher, struct ask_lines *lines,
                        struct error *error)
{
    struct host_run run = { 0 };
    int status = host_command(asker->host, "app", watcher->command, NULL, READ_S, &run, error);

    if (status < 0)
        return status;
    if (!run.good && !strstr(run.output, "! "))
        say_why(lines, "what was counted cannot be read", "");
    for (const char *at = run.good || strstr(run.output, "! ") ? run.output : NULL;
         at && *at && status == 0;) {
        size_t length = strcspn(at, "\n");
        status = take_line(lines, at, length);
        at += length + (at[length] == '\n');
    }
    host_run_clear(&run);
    return status < 0 ? no_memory(error) : 0;
}

/* A language is known where one of its places at least was seen to be executed. */
static void see_what_is_known(struct ask_lines *lines, const struct mutants *mutants)
{
    for (size_t i = 0; i < mutants->count; i++) {
        const struct mutant *mutant = &mutants->items[i];
        if (!lines->known[mutant->language] &&
            line_set_has(lines->executed, mutant->path, mutant->line))
            lines->known[mutant->language] = true;
    }
    for (size_t i = 0; i < mutants->count; i++) {
        enum syntax_language language = mutants->items[i].language;
        if (!lines->known[language])
            say_why(lines, "no line was seen to be executed of ", syntax_language_name(language));
        else
            lines->count = line_set_count(lines->executed);
    }
}

static int find(struct asker *asker, const struct mutants *mutants, struct ask_lines *lines,
                struct error *error)
{
    bool wanted[COUNT(watchers)], good;
    int status = 0;

    if (!list_wanted(lines, mutants, wanted))
        return 0;
    status = put_files(asker, error);
    if (status == 0)
        status = run_watched(asker, wanted, &good, error);
    if (status == 0 && !good)
        say_why(lines, "the tests do not pass while they are watched", "");
    for (size_t i = 0; i < COUNT(watchers) && status == 0 && good; i++)
        if (wanted[i])
            status = read_watcher(asker, &watchers[i], lines, error);
    if (status == 0)
        see_what_is_known(lines, mutants);
    return status;
}

int ask_lines_find(struct asker *asker, const struct mutants *mutants, struct ask_lines **ret,
                   struct error *error)
{
    struct ask_lines *lines = memory_alloc(sizeof(*lines));

    if (!lines)
        return no_memory(error);
    *lines = (struct ask_lines){ .executed = line_set_new(ROOT), .never = line_set_new(ROOT) };
    int status =
        lines->executed && lines->never ? find(asker, mutants, lines, error) : no_memory(error);
    if (status < 0)
        ask_lines_free(lines);
    else
        *ret = lines;
    return status;
}

void ask_lines_free(struct ask_lines *lines)
{
    if (!lines)
        return;
    line_set_free(lines->executed);
    line_set_free(lines->never);
    free(lines);
}

bool ask_lines_reach(const struct ask_lines *lines, const struct mutant *mutant)
{
    return !lines->known[mutant->language] ||
           line_set_has(lines->executed, mutant->path, mutant->line) ||
           !line_set_has(lines->never, mutant->path, mutant->line);
}

size_t ask_lines_count(const struct ask_lines *lines)
{
    return lines->count;
}

const char *ask_lines_why(const struct ask_lines *lines)
{
    return *lines->why ? lines->why : NULL;
}
