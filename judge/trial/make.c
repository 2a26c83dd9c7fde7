/*
 * Theory of operation: the generator prints the inputs, an accepted submission of the package the
 * answers, both in rooms as anything else of a package. Input and answer go to a directory of the
 * cache that is named by a digest of all that they depend on (the generator, the submission, the
 * drivers, made.yaml), so that the next judge finds them, and nobody ever sees half of them. While
 * a judge uses them the directory is locked, and is not pruned.
 *
 * All tests of the package are made at once: which of them are needed is known only when they are.
 */

#include "judge/trial/make.h"

#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/trial/crew.h"
#include "judge/trial/player.h"

#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <string.h>

/* Part of every key: another one where the making changes. */
#define VERSION_TEXT "made tests 1\n"
#define ALL_BYTES ((uint64_t) 512 * 1024 * 1024) /* half of the cache */

struct making {
    struct judge *judge;
    const struct trial_options *options;
    struct generator generator;
    struct player reference;
    const char *directory;
    size_t *tests; /* indices of those that are to be made */
    size_t count;
    pthread_mutex_t lock; /* over what follows */
    size_t done;
    uint64_t bytes;
};

/* ---- The generator ------------------------------------------------------------------------- */

int generator_new(struct judge *judge, struct generator *ret, struct error *error)
{
    const struct package_made *made = judge->package->made;

    if (!made) {
        error_set(error, -EINVAL, "%s has no generators/made.yaml", judge->package->slug);
        error_remedy(error, "docs/authoring.md says what goes into it");
        return -EINVAL;
    }
    ret->judge = judge;
    return validator_new(judge->compiler, judge->sandbox, judge->package, &made->generator,
                         &ret->program, error);
}

void generator_free(struct generator *generator)
{
    validator_free(generator->program);
    *generator = (struct generator){ 0 };
}

int generator_room_open(const struct generator *generator, int cpu, struct sandbox_room **ret,
                        struct error *error)
{
    const struct judge *judge = generator->judge;

    return validator_room_open(generator->program, judge->sandbox, &judge->package->limits, cpu,
                               ret, error);
}

/* What a generator that failed says of it, in one line. */
static int generator_failed(const struct generator *generator, const char *const *arguments,
                            const struct sandbox_result *result, struct error *error)
{
    AUTO_FREE char *words = text_last_line(result->error, result->error_size, 300);
    const char *name = generator->judge->package->made->generator.name;
    char how[64];

    if (result->outcome == SANDBOX_EXITED)
        snprintf(how, sizeof(how), "exit status %d", result->exit_status);
    else
        snprintf(how, sizeof(how), "%s", sandbox_outcome_name(result->outcome));
    error_at(error, -EINVAL, generator->judge->package->made->path, 0, "%s %s %s %s%s%s: %s%s%s",
             name, arguments[0], arguments[1], arguments[2], arguments[3] ? " " : "",
             arguments[3] ? arguments[3] : "", how, words && *words ? ": " : "",
             words ? words : "");
    return -EINVAL;
}

int generator_make(const struct generator *generator, struct sandbox_room *room, const char *family,
                   int64_t size, int64_t seed, int64_t second, char **ret_data, size_t *ret_size,
                   struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    const struct package_limits *limits = &generator->judge->package->limits;
    const char *arguments[5] = { family };
    struct validator_launch launch;
    struct sandbox_error failure;

    if (arena) {
        arguments[1] = arena_printf(arena, "%" PRId64, size);
        arguments[2] = arena_printf(arena, "%" PRId64, seed);
        arguments[3] = second ? arena_printf(arena, "%" PRId64, second) : NULL;
    }
    if (!arena || !arguments[1] || !arguments[2] || (second && !arguments[3]))
        return error_set(error, -ENOMEM, "out of memory");
    int code = validator_launch(generator->program, arena, limits, arguments, &launch, error);
    if (code < 0)
        return code;
    struct sandbox_run run = {
        .arguments = launch.program.arguments,
        .environment = launch.program.environment,
        .directory = launch.directory,
        .limits = { .cpu_ns = (uint64_t) (limits->validation_time_s * 1e9),
                    .memory_bytes =
                        limits->validation_memory_bytes + launch.program.memory_overhead_bytes,
                    .processes = launch.program.processes > 64 ? launch.program.processes : 64 },
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
    };

    if (sandbox_run(room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    if (result.outcome != SANDBOX_EXITED || result.exit_status != 0)
        return generator_failed(generator, arguments, &result, error);
    *ret_size = result.output_size;
    *ret_data = result.output ? steal(&result.output) : calloc(1, 1);
    return *ret_data ? 0 : error_set(error, -ENOMEM, "out of memory");
}

/* ---- One test ------------------------------------------------------------------------------ */

static int store(struct making *making, const struct package_make *make, const char *ending,
                 const char *data, size_t size, struct error *error)
{
    AUTO_FREE char *path = NULL;
    uint64_t bytes;

    pthread_mutex_lock(&making->lock);
    making->bytes += size;
    bytes = making->bytes;
    pthread_mutex_unlock(&making->lock);
    if (bytes > ALL_BYTES)
        return error_at(error, -EINVAL, making->judge->package->made->path, make->line,
                        "%s: the tests take more than %" PRIu64 " MiB together", make->name,
                        ALL_BYTES >> 20);
    if (asprintf(&path, "%s/%s.%s", making->directory, make->name, ending) < 0) {
        path = NULL;
        return error_set(error, -ENOMEM, "out of memory");
    }
    return file_write_atomic(path, data, size, 0644, error);
}

static int make_test(struct making *making, struct sandbox_room *room, const struct seat *seat,
                     const struct package_make *make, struct error *error)
{
    CLEANUP(play_clear) struct play play = { 0 };
    AUTO_FREE char *input = NULL;
    size_t size = 0;
    int code = generator_make(&making->generator, room, make->family->name, make->size, make->seed,
                              0, &input, &size, error);

    if (code == 0)
        code = store(making, make, "in", input, size, error);
    if (code == 0)
        code = seat_play(seat, input, size, &play, error);
    if (code < 0)
        return code;
    if (play.verdict != VERDICT_AC)
        return error_at(error, -EINVAL, making->judge->package->made->path, make->line,
                        "%s: %s has no answer: %s%s%s", make->name,
                        making->judge->package->made->answers_name, verdict_text(play.verdict),
                        *play.message ? ": " : "", play.message);
    return store(making, make, "ans", play.output, play.output_size, error);
}

static void note_done(struct making *making)
{
    const struct trial_options *options = making->options;

    pthread_mutex_lock(&making->lock);
    making->done++;
    if (options->progress)
        options->progress(options->progress_context, "make", making->done, making->count);
    pthread_mutex_unlock(&making->lock);
}

static int work(void *context, struct crew *crew, int cpu, struct error *error)
{
    struct making *making = context;
    struct sandbox_room *room = NULL;
    struct seat seat = { 0 };
    size_t index;
    int code = generator_room_open(&making->generator, cpu, &room, error);

    if (code == 0)
        code = seat_open(&making->reference, cpu, &seat, error);
    while (code == 0 && crew_next(crew, &index)) {
        const struct package_test *test = &making->judge->package->tests[making->tests[index]];

        code = make_test(making, room, &seat, test->make, error);
        note_done(making);
    }
    sandbox_room_free(room);
    seat_close(&seat);
    return code;
}

/* ---- All tests ----------------------------------------------------------------------------- */

/* Adds a file, or all files below a directory, to a key: names and contents. */
static int digest_files(struct digest_state *digest, struct arena *arena, const char *path,
                        const char *package, struct error *error)
{
    struct sources sources = { 0 };
    int code = sources_add(&sources, arena, path, package, error);

    for (size_t i = 0; i < sources.count && code == 0; i++) {
        AUTO_FREE char *data = NULL;
        size_t size = 0;

        code = file_read(sources.files[i].path, PACKAGE_FILE_LIMIT, &data, &size, error);
        if (code < 0)
            break;
        digest_add(digest, sources.files[i].name, strlen(sources.files[i].name) + 1);
        digest_add(digest, &size, sizeof(size));
        digest_add(digest, data, size);
    }
    return code;
}

static int find_key(const struct package *package, char key[65], struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct digest_state *digest = arena ? digest_new() : NULL;
    const char *parts[] = { package->made->path, package->made->generator.path,
                            package->made->answers_path, package->include_directory };
    int code = 0;

    if (!digest)
        return error_set(error, -ENOMEM, "out of memory");
    digest_add(digest, VERSION_TEXT, strlen(VERSION_TEXT));
    for (size_t i = 0; i < COUNT(parts) && code == 0; i++)
        if (parts[i])
            code = digest_files(digest, arena, parts[i], package->directory, error);
    digest_finish(digest, key);
    return code;
}

static int make_all(struct making *making, struct error *error)
{
    struct judge *judge = making->judge;
    const struct package_made *made = judge->package->made;
    struct attempt attempt = { .paths = &made->answers_path,
                               .path_count = 1,
                               .time_limit_s = judge->package->limits.validation_time_s,
                               .trusted = true };
    bool unsupported;
    int code = generator_new(judge, &making->generator, error);

    if (code == 0)
        code = player_new(judge, &attempt, making->options->no_cache, &making->reference,
                          &unsupported, error);
    if (code == 0)
        code = crew_run(work, making, making->options->jobs, making->count, error);
    player_free(&making->reference);
    generator_free(&making->generator);
    return code;
}

/* Points the judge's copy of the package to the files. False where one is not there. */
static bool take_paths(struct judge *judge, const char *directory, struct error *error)
{
    error->code = 0;
    for (size_t i = 0; i < judge->own_package.test_count; i++) {
        struct package_test *test = &judge->own_package.tests[i];

        if (!test->make)
            continue;
        test->input_path = arena_printf(judge->arena, "%s/%s.in", directory, test->make->name);
        test->answer_path = arena_printf(judge->arena, "%s/%s.ans", directory, test->make->name);
        if (!test->input_path || !test->answer_path) {
            error_set(error, -ENOMEM, "out of memory");
            return false;
        }
        if (!file_exists(test->input_path) || !file_exists(test->answer_path))
            return false;
    }
    return true;
}

static int make_and_keep(struct making *making, const char *key, struct error *error)
{
    struct judge *judge = making->judge;
    int code = compiler_directory_new(judge->compiler, &judge->made_tests, error);

    if (code < 0)
        return code;
    making->directory = compiler_directory_path(judge->made_tests);
    code = make_all(making, error);
    if (code == 0)
        code =
            compiler_directory_keep(judge->compiler, judge->made_tests, key, making->bytes, error);
    return code;
}

static size_t find_tests(struct making *making)
{
    const struct package *package = making->judge->package;

    for (size_t i = 0; i < package->test_count; i++)
        if (package->tests[i].make)
            making->tests[making->count++] = i;
    return making->count;
}

static int make_missing(struct making *making, struct error *error)
{
    struct judge *judge = making->judge;
    char key[65];
    int code = find_key(judge->package, key, error);

    if (code < 0)
        return code;
    if (!making->options->no_cache)
        judge->made_tests = compiler_directory_find(judge->compiler, key);
    if (judge->made_tests && take_paths(judge, compiler_directory_path(judge->made_tests), error))
        return 0;
    /* One that lacks a file was changed by somebody: it is not used. */
    compiler_directory_discard(judge->made_tests);
    judge->made_tests = NULL;
    code = make_and_keep(making, key, error);
    if (code < 0)
        return code;
    if (take_paths(judge, compiler_directory_path(judge->made_tests), error))
        return 0;
    return error->code ? error->code
                       : error_set(error, -EIO, "tests that were just made are not there");
}

int judge_make_tests(struct judge *judge, const struct trial_options *options, struct error *error)
{
    struct making making = { .judge = judge, .options = options };
    int code = 0;

    if (judge->made_ready || !judge->package->made)
        return 0;
    making.tests = calloc(judge->package->test_count + 1, sizeof(*making.tests));
    if (!making.tests)
        return error_set(error, -ENOMEM, "out of memory");
    pthread_mutex_init(&making.lock, NULL);
    if (find_tests(&making) > 0)
        code = make_missing(&making, error);
    pthread_mutex_destroy(&making.lock);
    free(making.tests);
    judge->made_ready = code == 0;
    return code;
}

const char *judge_test_directory(const struct judge *judge)
{
    return judge->made_tests ? compiler_directory_path(judge->made_tests) : NULL;
}
