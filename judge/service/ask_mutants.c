/*
 * Theory of operation: the sources are read once and all places for a small wrong change are found.
 * One change at a time is put into the room, built, tested and taken back. Where it is known which
 * lines the tests execute (ask_lines.c), changes of others are counted and not asked: no test can
 * notice them. That knowledge comes from inside of the room and can be wrong, where a process was
 * not seen; so a few of those changes are tried all the same, and if a test notices one, all lines
 * count.
 *
 * A change that does not compile says nothing about the tests and is not counted.
 */
#include "judge/service/asker.h"

#include "judge/base/clock.h"
#include "judge/base/file.h"
#include "judge/service/service.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MUTANTS_MOST = 200, TRIES = 3, SOURCE_BYTES = 1 << 20 };

enum asked { ASKED_INVALID, ASKED_SURVIVED, ASKED_KILLED };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* What compilers say when a change is none that they take. */
static bool not_compiled(const struct host_run *run)
{
    static const char *const signs[] = { "[build failed]",    "[setup failed]",
                                         "could not compile", "COMPILATION ERROR",
                                         "SyntaxError",       "Compilation failed",
                                         "error TS" };

    for (size_t i = 0; i < COUNT(signs); i++)
        if (strstr(run->output, signs[i]))
            return true;
    return false;
}

/* Builds and tests what lies in the room. *ret_valid: whether it compiled. */
static int ask_changed(struct asker *asker, bool *ret_valid, bool *ret_passed, struct error *error)
{
    const struct procfile *procfile = asker->options->procfile;
    struct host_run run = { 0 };
    int status = 0;

    *ret_valid = true;
    if (procfile->build) {
        status = host_build(asker->host, "app", procfile->build, ASK_BUILD_S, &run, error);
        if (status < 0)
            return status;
        *ret_valid = run.good;
        host_run_clear(&run);
        if (!*ret_valid)
            return 0;
    }
    status = asker_run(asker, NULL, NULL, NULL, &run, error);
    if (status < 0)
        return status;
    *ret_passed = run.good;
    *ret_valid = run.good || !not_compiled(&run);
    host_run_clear(&run);
    return 0;
}

static int ask_mutant(struct asker *asker, const struct mutant *mutant, enum asked *ret,
                      struct error *error)
{
    AUTO_FREE char *path = NULL;
    AUTO_FREE char *text = NULL;
    AUTO_FREE char *changed = NULL;
    size_t size, changed_size;
    bool valid = false, passed = false;

    if (asprintf(&path, "%s/%s", asker->options->directory, mutant->path) < 0)
        return no_memory(error);
    int status = file_read(path, SOURCE_BYTES, &text, &size, error);
    if (status == 0)
        status = mutant_apply(mutant, text, size, &changed, &changed_size, error);
    if (status == 0)
        status = host_put(asker->host, "app", mutant->path, changed, changed_size, error);
    if (status == 0)
        status = ask_changed(asker, &valid, &passed, error);
    if (status == 0)
        status = host_put(asker->host, "app", mutant->path, text, size, error);
    if (status == 0)
        *ret = !valid ? ASKED_INVALID : passed ? ASKED_SURVIVED : ASKED_KILLED;
    return status;
}

static int count_asked(struct asker *asker, const struct mutant *mutant, enum asked asked,
                       struct error *error)
{
    if (asked == ASKED_INVALID)
        return 0;
    asker->tests->total++;
    asker->tests->killed += asked == ASKED_KILLED;
    if (asked == ASKED_KILLED)
        return 0;
    return asker_add_survivor(asker,
                              &(struct survivor){ .what = mutant_kind_name(mutant->kind),
                                                  .file = mutant->path,
                                                  .line = mutant->line,
                                                  .before = mutant->before,
                                                  .after = mutant->after },
                              error);
}

/* ---- Which of them --------------------------------------------------------------------------- */

/* The lines of all mutants that are reached, or of all that are not. Owns: *ret is the caller's. */
static int select_lines(const struct mutants *mutants, const struct ask_lines *lines, bool reached,
                        struct line_set **ret, struct error *error)
{
    struct line_set *set = line_set_new("/sources");
    char path[4096];
    int status = set ? 0 : -ENOMEM;

    for (size_t i = 0; i < mutants->count && status == 0; i++) {
        const struct mutant *mutant = &mutants->items[i];
        int size = snprintf(path, sizeof(path), "/sources/%s", mutant->path);
        if (ask_lines_reach(lines, mutant) == reached && size < (int) sizeof(path))
            status = line_set_add(set, path, (size_t) size, mutant->line, mutant->line);
    }
    if (status < 0) {
        line_set_free(set);
        return no_memory(error);
    }
    *ret = set;
    return 0;
}

/* Whether a test notices a change of a line that it should never have executed. */
static int try_unreached(struct asker *asker, const struct mutants *mutants,
                         const struct ask_lines *lines, bool *ret_noticed, struct error *error)
{
    struct line_set *set = NULL;
    const struct mutant **sample = NULL;
    enum asked asked = ASKED_INVALID;
    size_t count = 0;
    int status = select_lines(mutants, lines, false, &set, error);

    *ret_noticed = false;
    if (status == 0)
        status = mutants_sample(mutants, set, asker->options->seed, TRIES, &sample, &count, error);
    for (size_t i = 0; i < count && status == 0 && !*ret_noticed; i++) {
        status = ask_mutant(asker, sample[i], &asked, error);
        *ret_noticed = status == 0 && asked == ASKED_KILLED;
    }
    free(sample);
    line_set_free(set);
    return status;
}

static int note_lines(struct asker *asker, const struct mutants *mutants,
                      const struct ask_lines *lines, struct error *error)
{
    struct own_tests *tests = asker->tests;
    const char *why = ask_lines_why(lines);

    for (size_t i = 0; i < mutants->count; i++)
        tests->never_executed += !ask_lines_reach(lines, &mutants->items[i]);
    tests->executed_lines = ask_lines_count(lines);
    tests->lines_why = why ? arena_strdup(tests->arena, why) : NULL;
    return why && !tests->lines_why ? no_memory(error) : 0;
}

static int note_omissions(struct asker *asker, const struct mutants *mutants, struct error *error)
{
    struct own_tests *tests = asker->tests;
    struct passed_over *files =
        arena_array(tests->arena, mutants->omission_count + 1, sizeof(*files));

    if (!files)
        return no_memory(error);
    for (size_t i = 0; i < mutants->omission_count; i++) {
        files[i] = (struct passed_over){ arena_strdup(tests->arena, mutants->omissions[i].path),
                                         arena_strdup(tests->arena, mutants->omissions[i].why) };
        if (!files[i].file || !files[i].why)
            return no_memory(error);
    }
    tests->passed_over = files;
    tests->passed_over_count = mutants->omission_count;
    return 0;
}

/* *ret: the lines on which mutants are asked; NULL: all. The caller's: line_set_free(). */
static int find_lines(struct asker *asker, const struct mutants *mutants, struct line_set **ret,
                      struct error *error)
{
    struct own_tests *tests = asker->tests;
    struct ask_lines *lines = NULL;
    bool noticed = false;
    double start_s = clock_now_s();
    int status = ask_lines_find(asker, mutants, &lines, error);

    *ret = NULL;
    tests->places = mutants->count;
    if (status == 0)
        status = note_lines(asker, mutants, lines, error);
    if (status == 0 && tests->never_executed > 0)
        status = try_unreached(asker, mutants, lines, &noticed, error);
    asker->end_s += clock_now_s() - start_s;
    if (status == 0 && noticed) {
        tests->never_executed = tests->executed_lines = 0;
        tests->lines_why = "a test noticed a change of a line that was not seen to be executed";
    } else if (status == 0) {
        status = select_lines(mutants, lines, true, ret, error);
    }
    ask_lines_free(lines);
    return status;
}

/* ---- The whole ------------------------------------------------------------------------------- */

/* Tests that fail on what was not changed, when they are run as they are here, would seem to notice
 * everything. Where only the haste is to blame, they are run as the candidate runs them. */
static int check_unchanged(struct asker *asker, bool *ret, struct error *error)
{
    struct own_tests *tests = asker->tests;
    double start_s = clock_now_s();
    int status = 0;

    *ret = false;
    for (int i = 0; i < 2 && status == 0 && !*ret; i++) {
        struct host_run run = { 0 };
        if (i > 0) {
            asker->quick_command = tests->command;
            asker->may_stop = false;
        }
        status = asker_run(asker, NULL, NULL, NULL, &run, error);
        *ret = status == 0 && run.good;
        host_run_clear(&run);
    }
    asker->end_s += clock_now_s() - start_s;
    return status;
}

static int ask_all(struct asker *asker, const struct mutants *mutants, const struct line_set *set,
                   struct error *error)
{
    const struct mutant **sample = NULL;
    enum asked asked = ASKED_INVALID;
    size_t count = 0;
    int status =
        mutants_sample(mutants, set, asker->options->seed, MUTANTS_MOST, &sample, &count, error);

    for (size_t i = 0; i < count && status == 0; i++) {
        if (clock_now_s() > asker->end_s) {
            asker->tests->left_out = count - i;
            break;
        }
        status = ask_mutant(asker, sample[i], &asked, error);
        if (status == 0)
            status = count_asked(asker, sample[i], asked, error);
    }
    if (status == 0 && asker->tests->total == 0)
        asker_not_measurable(asker, count == 0
                                        ? "no source was found that can be changed"
                                        : "no changed source could be built and tested in time");
    free(sample);
    return status;
}

int ask_by_mutants(struct asker *asker, struct error *error)
{
    struct mutants *mutants = NULL;
    struct line_set *set = NULL;
    bool good = false;
    int status = host_kill(asker->host, error);

    if (status == 0)
        status = mutants_find(asker->options->directory, &mutants, error);
    if (!mutants)
        return status;
    asker->tests->method = TESTS_BY_MUTANTS;
    status = note_omissions(asker, mutants, error);
    if (status == 0)
        status = check_unchanged(asker, &good, error);
    if (status == 0 && !good)
        asker_not_measurable(asker, "the tests passed once and failed when they ran again, "
                                    "with nothing changed");
    if (status == 0 && good)
        status = find_lines(asker, mutants, &set, error);
    if (status == 0 && good)
        status = ask_all(asker, mutants, set, error);
    line_set_free(set);
    mutants_free(mutants);
    return status;
}
