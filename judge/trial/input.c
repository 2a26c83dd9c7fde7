/*
 * A submission on an input of the user's own. The call text becomes a test: a directory of its own
 * holds its input, and its answer where one is asked for; a copy of the package has it as its only
 * test, a sample. From there on it is judged as any other, so that limits, streams and messages are
 * the same.
 *
 * The input has to be one that the package's validators take: what a reference solution does with
 * another one means nothing.
 */

#include "judge/trial/verify.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

struct own_input {
    struct judge *judge; /* of the whole package; borrowed */
    const char *directory;
    const char *text;
    struct arena *arena;
    struct package package; /* a copy with one test */
    struct package_group group;
    struct package_test test;
    int children[1];
};

/* ---- The test ------------------------------------------------------------------------------ */

static int write_test(struct own_input *own, struct error *error)
{
    AUTO_BUFFER struct buffer data = { 0 };
    int code = signature_input(own->judge->signature, own->text, &data, error);

    own->test.input_path = arena_printf(own->arena, "%s/input.in", own->directory);
    own->test.answer_path = arena_printf(own->arena, "%s/input.ans", own->directory);
    if (!own->test.input_path || !own->test.answer_path)
        return error_set(error, -ENOMEM, "out of memory");
    if (code == 0)
        code = file_write_atomic(own->test.input_path, data.data, data.size, 0644, error);
    return code < 0 ? code : file_write_atomic(own->test.answer_path, "", 0, 0644, error);
}

/* With the settings of the first test. */
static void copy_package(struct own_input *own)
{
    const struct package *whole = own->judge->package;
    const char *input = own->test.input_path, *answer = own->test.answer_path;

    if (whole->test_count)
        own->test = whole->tests[0];
    own->test.make = NULL;
    own->test.name = "input";
    own->test.input_path = input;
    own->test.answer_path = answer;
    own->test.files_directory = own->test.hint = own->test.description = NULL;
    own->test.sample = true;
    own->test.group = 0;
    own->group = whole->groups[0];
    own->group.children = own->children;
    own->group.child_count = 1;
    own->group.ignore_sample = false;
    own->package = *whole;
    own->package.tests = &own->test;
    own->package.test_count = 1;
    own->package.groups = &own->group;
    own->package.group_count = 1;
    own->package.invalid_input_count = 0;
    own->package.made = NULL;
}

/* ---- Is it valid? -------------------------------------------------------------------------- */

static int first_fault(const struct verify *verify, struct error *error)
{
    for (size_t i = 0; i < verify->fault_count; i++) {
        const char *what = strstr(verify->faults[i], "not valid for ");

        if (strncmp(verify->faults[i], "warning: ", strlen("warning: ")) == 0)
            continue;
        error_set(error, -EINVAL, "the input is %s", what ? what : verify->faults[i]);
        error_remedy(error, "the constraints are in the statement: assay show %s",
                     verify->package->slug);
        return -EINVAL;
    }
    return 0;
}

static int check_valid(struct own_input *own, struct judge *judge,
                       const struct trial_options *options, struct error *error)
{
    struct verification result = { .arena = own->arena, .valid = true };
    struct trial_options quiet = { .jobs = 1, .no_cache = options->no_cache };
    struct verify verify = {
        .result = &result, .judge = judge, .package = &own->package, .options = &quiet
    };
    int code = verify_inputs(&verify, error);

    if (code == 0)
        code = first_fault(&verify, error);
    free(verify.faults);
    return code;
}

/* ---- The answer ---------------------------------------------------------------------------- */

/* What a solution of the package prints for the input, as its answer. *ret_done false: it cannot be
 * judged here. */
static int answer_by(struct own_input *own, struct judge *judge,
                     const struct package_submission *submission,
                     const struct trial_options *options, bool *ret_done, struct error *error)
{
    struct attempt attempt = { .paths = &submission->path,
                               .path_count = 1,
                               .language = submission->language,
                               .entry_point = submission->entry_point,
                               .time_limit_s = options->time_limit_s,
                               .trusted = true };
    struct trial_options quiet = { .full = true,
                                   .samples_only = true,
                                   .jobs = 1,
                                   .unjudged = true,
                                   .no_cache = options->no_cache };
    struct trial *trial = NULL;
    bool unsupported = false;
    int code = judge_attempt(judge, &attempt, &quiet, &trial, &unsupported, error);

    *ret_done = false;
    if (code < 0)
        return unsupported ? 0 : code;
    if (trial->verdict == VERDICT_AC && trial->tests[0].output) {
        code = file_write_atomic(own->test.answer_path, trial->tests[0].output,
                                 strlen(trial->tests[0].output), 0644, error);
        *ret_done = code == 0;
    } else {
        code =
            error_set(error, -EINVAL, "the reference solution %s has no result for this input: %s",
                      submission->name, verdict_text(trial->verdict));
    }
    trial_free(trial);
    return code;
}

static int find_answer(struct own_input *own, struct judge *judge,
                       const struct trial_options *options, struct error *error)
{
    bool done = false;
    int code = 0;

    for (size_t i = 0; i < own->package.submission_count && !done && code == 0; i++)
        if (own->package.submissions[i].expected == VERDICT_BIT(VERDICT_AC))
            code = answer_by(own, judge, &own->package.submissions[i], options, &done, error);
    if (code == 0 && !done) {
        error_set(error, -ENOENT, "%s: no accepted solution of the package can run here",
                  own->package.slug);
        error_remedy(error, "assay doctor says which languages are missing");
        code = -ENOENT;
    }
    return code;
}

/* ---- All together -------------------------------------------------------------------------- */

static int judge_own(struct own_input *own, const char *const *paths, size_t count,
                     const struct trial_options *options, bool expected, struct trial **ret,
                     struct error *error)
{
    struct trial_options own_options = *options;
    struct judge *judge = NULL;
    int code = write_test(own, error);

    own_options.samples_only = own_options.full = true;
    own_options.unjudged = !expected;
    copy_package(own);
    /* A derived limit is one of all tests. */
    if (code == 0 && own_options.time_limit_s <= 0)
        code = limit_find(own->judge, options, &own->package.limits.time_s,
                          &own->package.limits.time_source, error);
    if (code < 0)
        return code;
    code = judge_new(own->judge->compiler, own->judge->sandbox, &own->package, &judge, error);
    if (code == 0)
        code = check_valid(own, judge, options, error);
    if (code == 0 && expected)
        code = find_answer(own, judge, &own_options, error);
    if (code == 0)
        code = judge_submission(judge, paths, count, &own_options, ret, error);
    judge_free(judge);
    return code;
}

static const char *temporary_directory(struct arena *arena, struct error *error)
{
    const char *base = getenv("TMPDIR");
    char *path =
        arena_printf(arena, "%s/assay-input-XXXXXX", base && base[0] == '/' ? base : "/tmp");

    if (!path) {
        error_set(error, -ENOMEM, "out of memory");
        return NULL;
    }
    if (!mkdtemp(path)) {
        error_set(error, -EIO, "%s: %s", path, strerror(errno));
        return NULL;
    }
    return path;
}

int judge_input(struct judge *judge, const char *text, bool expected, const char *const *paths,
                size_t count, const struct trial_options *options, struct trial **ret,
                struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct own_input own = { .judge = judge, .text = text, .arena = arena };
    struct error ignored;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    if (!judge->signature) {
        error_set(error, -EINVAL, "%s: the problem has no function signature",
                  judge->package->slug);
        error_remedy(error, "an input of one's own is for problems with one");
        return -EINVAL;
    }
    own.directory = temporary_directory(arena, error);
    if (!own.directory)
        return error->code;
    int code = judge_own(&own, paths, count, options, expected, ret, error);
    file_remove_tree(own.directory, &ignored);
    return code;
}
