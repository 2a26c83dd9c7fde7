/*
 * Theory of operation: a trial goes through collecting the files, finding the language, adding the
 * package's include/, compiling, finding the time limit, running the tests, and grading. Everything
 * up to compiling can fail for reasons that are the user's, and is an error; from there on what
 * happens is a verdict.
 */

#include "judge/trial/judge.h"

#include "judge/base/file.h"
#include "judge/trial/group.h"
#include "judge/trial/schedule.h"

#include <errno.h>
#include <string.h>

static int read_signature(struct judge *judge, struct error *error)
{
    const struct package *package = judge->package;
    int code =
        package->has_interview ? signature_read(package->directory, &judge->signature, error) : 0;

    if (code < 0 || !judge->signature || package->include_directory)
        return code;
    error_at(error, -EINVAL, package->directory, 0,
             "interview.yaml has a signature, but there are no drivers in include/");
    error_remedy(error, "assay generate %s", package->directory);
    return -EINVAL;
}

/* A package whose tests are made is copied, since its tests get paths. */
static int copy_package(struct judge *judge, struct error *error)
{
    const struct package *package = judge->package;
    struct package_test *tests;

    if (!package->made)
        return 0;
    judge->arena = arena_new();
    tests =
        judge->arena ? arena_array(judge->arena, package->test_count + 1, sizeof(*tests)) : NULL;
    if (!tests)
        return error_set(error, -ENOMEM, "out of memory");
    if (package->test_count)
        memcpy(tests, package->tests, package->test_count * sizeof(*tests));
    judge->own_package = *package;
    judge->own_package.tests = tests;
    judge->package = &judge->own_package;
    return 0;
}

int judge_new(struct compiler *compiler, struct sandbox *sandbox, const struct package *package,
              struct judge **ret, struct error *error)
{
    const char *unsupported = group_unsupported(package);
    struct judge *judge;

    if (unsupported)
        return error_set(error, -EINVAL, "%s: %s", package->slug, unsupported);
    if (package->submit_answer)
        return error_set(error, -EINVAL, "%s: submit-answer problems are not supported",
                         package->slug);
    judge = calloc(1, sizeof(*judge));
    if (!judge)
        return error_set(error, -ENOMEM, "out of memory");
    judge->compiler = compiler;
    judge->sandbox = sandbox;
    judge->package = package;
    int code = read_signature(judge, error);
    if (code == 0)
        code = limit_check_factors(judge, error);
    if (code == 0)
        code = copy_package(judge, error);
    if (code < 0) {
        judge_free(judge);
        return code;
    }
    *ret = judge;
    return 0;
}

void judge_free(struct judge *judge)
{
    if (!judge)
        return;
    for (size_t i = 0; i < judge->validator_count; i++)
        validator_free(judge->validators[i]);
    free(judge->validators);
    signature_free(judge->signature);
    compiler_directory_free(judge->made_tests);
    arena_free(judge->arena);
    free(judge);
}

/* Headers and notes that lie between single-file validators are no validators. */
static bool is_program(const struct package_program *program)
{
    static const char *const others[] = { "h", "hh", "hpp", "hxx", "md", "txt" };

    for (size_t i = 0; i < COUNT(others); i++)
        if (!file_is_directory(program->path) && strcmp(path_ending(program->path), others[i]) == 0)
            return false;
    return true;
}

int judge_prepare_validators(struct judge *judge, struct error *error)
{
    const struct package *package = judge->package;

    if (judge->validators_ready || !package->custom_validation)
        return 0;
    if (!judge->validators)
        judge->validators = calloc(package->output_validator_count + 1, sizeof(*judge->validators));
    if (!judge->validators)
        return error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; i < package->output_validator_count; i++) {
        int code;

        if (!is_program(&package->output_validators[i]))
            continue;
        code =
            validator_new(judge->compiler, judge->sandbox, package, &package->output_validators[i],
                          &judge->validators[judge->validator_count], error);
        if (code < 0)
            return code;
        judge->validator_count++;
    }
    if (judge->validator_count == 0)
        return error_set(error, -EINVAL, "%s: validation is custom, but there is no validator",
                         package->slug);
    if (package->interactive && judge->validator_count != 1)
        return error_set(error, -EINVAL, "%s: an interactive problem has one output validator",
                         package->slug);
    judge->validators_ready = true;
    return 0;
}

/* ---- The program --------------------------------------------------------------------------- */

static int add_includes(const struct package *package, const struct language *language,
                        struct sources *sources, struct arena *arena, struct error *error)
{
    const char *const names[] = { "default", language->id };

    if (!package->include_directory)
        return 0;
    for (size_t i = 0; i < COUNT(names); i++) {
        const char *path = arena_printf(arena, "%s/%s", package->include_directory, names[i]);
        int code = path ? sources_overlay(sources, arena, path, package->directory, error)
                        : error_set(error, -ENOMEM, "out of memory");

        if (code < 0)
            return code;
    }
    return 0;
}

static void no_language(const struct attempt *attempt, const struct sources *sources,
                        struct error *error)
{
    if (attempt->language) {
        error_set(error, -EINVAL, "unknown language \"%.60s\"", attempt->language);
        return;
    }
    error_set(error, -EINVAL, "%s: the language cannot be told from the file ending",
              sources->count ? sources->files[0].name : attempt->paths[0]);
    error_remedy(error, "name it: --language ID (see assay languages)");
}

static int refuse_language(const struct judge *judge, const struct language *language,
                           struct arena *arena, struct error *error)
{
    const char *list = "";

    for (const char *const *id = judge->package->languages; *id && list; id++)
        list = arena_printf(arena, "%s%s%s", list, *list ? ", " : "", *id);
    error_set(error, -EINVAL, "%s: the problem does not allow %s", judge->package->slug,
              language->name);
    error_remedy(error, "it allows %.400s", list ? list : "others");
    return error->code;
}

static int find_language(const struct judge *judge, const struct attempt *attempt,
                         const struct sources *sources, struct arena *arena,
                         const struct language **ret, struct error *error)
{
    const struct language_table *table = compiler_table(judge->compiler);
    const char *const *names = sources_names(sources, arena);
    const struct language *language;

    if (!names)
        return error_set(error, -ENOMEM, "out of memory");
    language = attempt->language ? language_find(table, attempt->language)
                                 : language_detect(table, names, sources->count);
    if (!language) {
        no_language(attempt, sources, error);
        return -EINVAL;
    }
    *ret = language;
    for (const char *const *id = judge->package->languages; id && *id; id++)
        if (language_find(table, *id) == language || strcmp(*id, language->id) == 0)
            return 0;
    if (!judge->package->languages || attempt->trusted)
        return 0;
    return refuse_language(judge, language, arena, error);
}

static int collect(const struct judge *judge, const struct attempt *attempt, struct arena *arena,
                   struct sources *sources, struct error *error)
{
    for (size_t i = 0; i < attempt->path_count; i++) {
        int code = sources_add(sources, arena, attempt->paths[i], judge->package->directory, error);

        if (code < 0)
            return code;
    }
    if (sources->count == 0)
        return error_set(error, -EINVAL, "%s: no source files", attempt->paths[0]);
    if (!attempt->trusted && sources->bytes > judge->package->limits.code_bytes)
        return error_set(error, -EFBIG, "the source has %llu bytes; the problem allows %llu",
                         (unsigned long long) sources->bytes,
                         (unsigned long long) judge->package->limits.code_bytes);
    return 0;
}

static void progress(const struct trial_options *options, const char *what, size_t done,
                     size_t total)
{
    if (options->progress)
        options->progress(options->progress_context, what, done, total);
}

/* A submission that need not be compiled to know that it cannot be called. */
static int note_fault(struct trial *trial, const char *language, const char *fault)
{
    trial->language = arena_strdup(trial->arena, language);
    trial->compile_message = fault;
    trial->verdict = VERDICT_CE;
    return trial->language ? 0 : -ENOMEM;
}

/* Collects and compiles. *unsupported: there is no such language, or not on this host. *ret stays
 * NULL where *fault says that the submission is not what could be called. */
static int build(struct judge *judge, const struct attempt *attempt,
                 const struct trial_options *options, struct trial *trial, struct program **ret,
                 bool *unsupported, struct error *error)
{
    const struct language *language = NULL;
    struct arena *arena = trial->arena;
    struct sources sources = { 0 };
    struct function_look look = { 0 };
    int code = collect(judge, attempt, arena, &sources, error);

    if (code < 0)
        return code;
    code = find_language(judge, attempt, &sources, arena, &language, error);
    if (code < 0) {
        *unsupported = !language;
        return code;
    }
    const struct language_toolchain *toolchain = compiler_toolchain(judge->compiler, language);
    *unsupported = toolchain && !toolchain->available && !toolchain->fault;
    code = function_look(judge, language->id, &sources, arena, &look, error);
    if (code < 0 || look.fault)
        return code < 0 ? code : note_fault(trial, language->id, look.fault);
    if (look.driver)
        code = add_includes(judge->package, language, &sources, arena, error);
    if (code < 0)
        return code;
    struct compile_request request = { .language = language,
                                       .files = sources.files,
                                       .file_count = sources.count,
                                       .entry_point = judge->signature && look.driver
                                                          ? NULL
                                                          : attempt->entry_point,
                                       .no_cache = options->no_cache };

    progress(options, "compile", 0, 1);
    code = compiler_build(judge->compiler, &request, ret, error);
    progress(options, "compile", 1, 1);
    if (code == 0 && !(*ret)->ok) {
        const char *hint = judge->signature && look.driver
                               ? function_hint(judge, language->id, (*ret)->message, arena)
                               : "";
        trial->compile_message =
            arena_printf(arena, "%s\nCompiled with %s.\n", hint ? hint : "",
                         toolchain && *toolchain->version ? toolchain->version : "the compiler");
    }
    return code;
}

double judge_time_factor(const struct judge *judge, const struct attempt *attempt)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const struct language *language = NULL;
    struct sources sources = { 0 };
    struct error ignored = { 0 };

    if (!arena || collect(judge, attempt, arena, &sources, &ignored) < 0)
        return 1;
    find_language(judge, attempt, &sources, arena, &language, &ignored);
    return language ? package_time_factor(judge->package, language->id) : 1;
}

/* ---- The result ---------------------------------------------------------------------------- */

static int fill_test(struct trial *trial, const struct judge *judge, size_t index,
                     const struct run_outcome *outcome)
{
    const struct package *package = judge->package;
    const struct package_test *test = &package->tests[index];
    struct trial_test *shown = &trial->tests[index];

    shown->name = arena_strdup(trial->arena, test->name);
    shown->group = arena_strdup(trial->arena, package->groups[test->group].name);
    shown->verdict = outcome->graded.verdict;
    shown->judged = outcome->graded.known;
    shown->cpu_s = outcome->cpu_s;
    shown->wall_s = outcome->wall_s;
    shown->memory_bytes = outcome->memory_bytes;
    shown->has_score = outcome->graded.has_score;
    shown->score = outcome->graded.score;
    shown->repeated = outcome->repeated;
    shown->noise_known = outcome->noise_known;
    shown->noise = outcome->noise;
    shown->message = arena_strdup(trial->arena, outcome->message ? outcome->message : "");
    if (outcome->cpu_s > trial->slowest_s)
        trial->slowest_s = outcome->cpu_s;
    shown->debug = outcome->debug ? arena_strdup(trial->arena, outcome->debug) : NULL;
    if (outcome->debug && !shown->debug)
        return -ENOMEM;
    if (outcome->output) {
        shown->output = arena_strdup(trial->arena, outcome->output);
        if (!shown->output)
            return -ENOMEM;
    }
    if (judge->signature && outcome->output &&
        function_note(judge, test, outcome->output, outcome->output_size, trial->unjudged,
                      trial->arena, shown) < 0)
        return -ENOMEM;
    return shown->name && shown->group && shown->message ? 0 : -ENOMEM;
}

/* Whether the verdict rests on a run that could have ended otherwise: the one that decided, or,
 * when all were accepted, any. */
static int note_noise(struct trial *trial, const struct run_plan *plan,
                      const struct run_outcome *outcomes)
{
    char text[512];

    for (size_t i = 0; i < trial->test_count; i++) {
        struct trial_test *test = &trial->tests[i];
        struct noise_run run = run_for_noise(plan, &outcomes[i]);

        test->open = test->judged && test->noise_known && noise_leaves_open(&test->noise, &run);
        if (!test->open || trial->noise_note ||
            (trial->decided_by && strcmp(trial->decided_by, test->name) != 0))
            continue;
        noise_describe(&test->noise, &run, text, sizeof(text));
        trial->noise_note = arena_printf(trial->arena, "%s, so %s of %s is not certain", text,
                                         verdict_name(test->verdict), test->name);
        if (!trial->noise_note)
            return -ENOMEM;
    }
    return 0;
}

/* The verdict of the whole from those of the tests. */
static int grade(struct trial *trial, const struct package *package,
                 const struct run_outcome *outcomes, bool samples_only)
{
    struct group_test *tests = arena_array(trial->arena, package->test_count + 1, sizeof(*tests));
    bool *reached = arena_array(trial->arena, package->test_count + 1, sizeof(*reached));
    struct group_result result;

    if (!tests || !reached)
        return -ENOMEM;
    for (size_t i = 0; i < package->test_count; i++)
        tests[i] = outcomes[i].graded;
    group_grade(package, tests, samples_only, reached, &result);
    trial->verdict = result.verdict;
    trial->has_score = result.has_score;
    trial->score = result.score;
    if (result.decided_by >= 0)
        trial->decided_by = trial->tests[result.decided_by].name;
    trial->fault = result.fault;
    return 0;
}

static struct trial *trial_new(const struct judge *judge)
{
    struct arena *arena = arena_new();
    struct trial *trial = arena ? arena_alloc(arena, sizeof(*trial)) : NULL;

    if (!trial) {
        arena_free(arena);
        return NULL;
    }
    trial->arena = arena;
    trial->problem = arena_strdup(arena, judge->package->slug);
    trial->memory_limit_bytes = judge->package->limits.memory_bytes;
    trial->backend = sandbox_backend_name(sandbox_backend(judge->sandbox));
    trial->compile_message = "";
    trial->time_limit_source = "";
    return trial;
}

void trial_free(struct trial *trial)
{
    if (trial)
        arena_free(trial->arena);
}

static int note_program(struct trial *trial, const struct program *program)
{
    trial->language = arena_strdup(trial->arena, program->language->id);
    trial->compile_ok = program->ok;
    trial->compile_cached = program->cached;
    trial->compile_s = program->compile_s;
    /* A hint of function mode may be there already. */
    const char *hint = trial->compile_message ? trial->compile_message : "";
    trial->compile_message =
        arena_printf(trial->arena, "%s%s", program->message ? program->message : "", hint);
    if (!program->ok)
        trial->verdict = VERDICT_CE;
    return trial->language && trial->compile_message ? 0 : -ENOMEM;
}

int judge_build(struct judge *judge, const struct attempt *attempt, bool no_cache,
                struct arena *arena, struct program **ret, const char **ret_message,
                bool *unsupported, struct error *error)
{
    struct trial_options options = { .no_cache = no_cache };
    struct trial *trial = trial_new(judge);
    struct program *program = NULL;

    *unsupported = false;
    if (!trial)
        return error_set(error, -ENOMEM, "out of memory");
    int code = build(judge, attempt, &options, trial, &program, unsupported, error);

    if (code == 0 && (!program || !program->ok)) {
        *ret_message = arena_printf(arena, "%s%s", program ? program->message : "",
                                    trial->compile_message ? trial->compile_message : "");
        program_free(program);
        program = NULL;
        code = *ret_message ? 0 : error_set(error, -ENOMEM, "out of memory");
    }
    if (code == 0)
        *ret = program;
    trial_free(trial);
    return code;
}

/* ---- All together -------------------------------------------------------------------------- */

static void progress_judge(void *context, size_t done, size_t total)
{
    progress(context, "judge", done, total);
}

static int run_tests(struct judge *judge, const struct attempt *attempt,
                     const struct trial_options *options, const struct program *program,
                     struct trial *trial, struct error *error)
{
    const struct package *package = judge->package;
    struct run_plan plan = { .sandbox = judge->sandbox,
                             .package = package,
                             .program = program,
                             .validators = judge->validators,
                             .validator_count = judge->validator_count,
                             .time_limit_s = trial->time_limit_s,
                             .reveal = options->reveal,
                             .keep_output = judge->signature != NULL,
                             .unjudged = options->unjudged };
    struct schedule_options schedule = { .samples_only = options->samples_only,
                                         .full = options->full,
                                         .stop_on = attempt->stop_on,
                                         .chosen = attempt->chosen,
                                         .jobs = options->jobs,
                                         .progress = progress_judge,
                                         .context = (void *) options };
    struct run_outcome *outcomes = calloc(package->test_count + 1, sizeof(*outcomes));
    int code;

    trial->test_count = package->test_count;
    trial->unjudged = options->unjudged;
    trial->tests = arena_array(trial->arena, package->test_count + 1, sizeof(*trial->tests));
    if (!outcomes || !trial->tests) {
        free(outcomes);
        return error_set(error, -ENOMEM, "out of memory");
    }
    code = schedule_run(&plan, &schedule, outcomes, error);
    for (size_t i = 0; i < package->test_count && code == 0; i++)
        code = fill_test(trial, judge, i, &outcomes[i]);
    if (code == 0)
        code = grade(trial, package, outcomes, options->samples_only);
    if (code == 0)
        code = note_noise(trial, &plan, outcomes);
    for (size_t i = 0; i < package->test_count; i++)
        run_outcome_clear(&outcomes[i]);
    free(outcomes);
    return code == -ENOMEM ? error_set(error, -ENOMEM, "out of memory") : code;
}

static int try_program(struct judge *judge, const struct attempt *attempt,
                       const struct trial_options *options, const struct program *program,
                       struct trial *trial, struct error *error)
{
    int code;

    if (note_program(trial, program) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    if (!program->ok)
        return 0;
    code = judge_prepare_validators(judge, error);
    if (code == 0 && !options->samples_only)
        code = judge_make_tests(judge, options, error);
    if (code == 0)
        code = limit_choose(judge, attempt, options, trial, error);
    return code < 0 ? code : run_tests(judge, attempt, options, program, trial, error);
}

int judge_attempt(struct judge *judge, const struct attempt *attempt,
                  const struct trial_options *options, struct trial **ret, bool *unsupported,
                  struct error *error)
{
    struct trial *trial = trial_new(judge);
    struct program *program = NULL;
    int code;

    *unsupported = false;
    if (!trial)
        return error_set(error, -ENOMEM, "out of memory");
    code = build(judge, attempt, options, trial, &program, unsupported, error);
    if (code == 0 && program)
        code = try_program(judge, attempt, options, program, trial, error);
    program_free(program);
    if (code < 0) {
        trial_free(trial);
        return code;
    }
    *ret = trial;
    return 0;
}

int judge_submission(struct judge *judge, const char *const *paths, size_t count,
                     const struct trial_options *options, struct trial **ret, struct error *error)
{
    struct attempt attempt = { .paths = paths,
                               .path_count = count,
                               .language = options->language,
                               .entry_point = options->entry_point };
    bool unsupported;

    if (count == 0)
        return error_set(error, -EINVAL, "no source files");
    if (options->samples_only) {
        size_t samples = 0;

        for (size_t i = 0; i < judge->package->test_count; i++)
            samples += judge->package->tests[i].sample;
        if (samples == 0)
            return error_set(error, -EINVAL, "%s has no samples to test with",
                             judge->package->slug);
    }
    return judge_attempt(judge, &attempt, options, ret, &unsupported, error);
}
