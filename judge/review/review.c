/*
 * Theory of operation: the files of a repository are read, and one after another parsed, measured
 * and matched; a tree is freed before the next one is made, while texts stay for what only shows
 * in the repository as a whole. Runs in the judge's own process, and executes nothing of what it
 * reads.
 */

#include "judge/review/review.h"

#include "judge/base/file.h"
#include "judge/base/text.h"
#include "judge/problem/problem.h"
#include "judge/review/mutant.h"
#include "judge/review/origin.h"
#include "judge/review/plain.h"
#include "judge/review/review_measures.h"
#include "judge/review/rule.h"

#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define FILES 20000
#define TOTAL_BYTES ((size_t) 128 << 20)
#define PARSE_MS 3000
#define REVIEW_SECONDS 120 /* for all files; what is left over is omitted */

/* ---- A review -----------------------------------------------------------------------------------
 */

struct review *review_new(void)
{
    struct arena *arena = arena_new();
    struct review *review = arena ? arena_alloc(arena, sizeof(*review)) : NULL;

    if (!review) {
        arena_free(arena);
        return NULL;
    }
    review->arena = arena;
    return review;
}

void review_free(struct review *review)
{
    if (!review)
        return;
    free(review->findings);
    arena_free(review->arena);
}

int review_add(struct review *review, const struct finding *finding, struct error *error)
{
    struct finding copy = *finding;
    const char **const texts[] = { &copy.rule,    &copy.principle, &copy.file,  &copy.code,
                                   &copy.message, &copy.why,       &copy.remedy };

    if (review->count >= REVIEW_FINDINGS) {
        review->cut = true;
        return 0;
    }
    for (size_t i = 0; i < COUNT(texts); i++) {
        char *text = arena_strdup(review->arena, *texts[i] ? *texts[i] : "");
        if (!text)
            return error_set(error, -ENOMEM, "out of memory");
        if (texts[i] != &copy.why && texts[i] != &copy.remedy)
            text_line(text);
        *texts[i] = text;
    }
    if (array_reserve((void **) &review->findings, review->count, &review->capacity,
                      sizeof(*review->findings)) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    review->findings[review->count++] = copy;
    return 0;
}

static int by_place(const void *left, const void *right)
{
    const struct finding *one = left, *other = right;
    int order = (int) one->severity - (int) other->severity;

    order = order ? order : strcmp(one->file, other->file);
    order = order ? order : (one->line > other->line) - (one->line < other->line);
    order = order ? order : strcmp(one->rule, other->rule);
    return order ? order : (one->column > other->column) - (one->column < other->column);
}

static uint64_t hash_squeezed(uint64_t hash, const char *text)
{
    for (; *text; text++) {
        if (*text != ' ' && *text != '\t')
            hash = (hash ^ (unsigned char) *text) * 0x100000001b3u;
    }
    return (hash ^ 0xff) * 0x100000001b3u;
}

int review_finish(struct review *review, struct error *error)
{
    uint64_t *seen = calloc(review->count + 1, sizeof(*seen));

    if (!seen)
        return error_set(error, -ENOMEM, "out of memory");
    if (review->count)
        qsort(review->findings, review->count, sizeof(*review->findings), by_place);
    memset(review->counts, 0, sizeof(review->counts));
    for (size_t i = 0; i < review->count; i++) {
        struct finding *finding = &review->findings[i];
        uint64_t hash = 0xcbf29ce484222325u;
        uint64_t same = 0;

        review->counts[finding->severity]++;
        hash = hash_squeezed(hash, finding->rule);
        hash = hash_squeezed(hash, finding->file);
        seen[i] = hash_squeezed(hash, finding->code);
        for (size_t k = 0; k < i; k++)
            same += seen[k] == seen[i];
        snprintf(finding->fingerprint, sizeof(finding->fingerprint), "%016" PRIx64,
                 (seen[i] ^ same) * (same ? UINT64_C(0x100000001b3) : 1));
    }
    free(seen);
    return 0;
}

/* ---- Files --------------------------------------------------------------------------------------
 */

static bool is_sql(const char *path)
{
    return strcmp(path_ending(path), "sql") == 0;
}

/* What configures a service; locks of package managers end alike, and hold nothing of interest. */
static bool is_settings(const char *path)
{
    static const char *const endings[] = { "properties", "yml", "yaml", "toml", "ini" };
    const char *slash = strrchr(path, '/');

    for (size_t i = 0; i < COUNT(endings); i++) {
        if (strcmp(path_ending(path), endings[i]) == 0)
            return !strstr(slash ? slash : path, "lock");
    }
    return false;
}

static bool enters(const char *name)
{
    return strcmp(name, "migrations") == 0 || !mutant_is_foreign_directory(name);
}

static bool takes(const char *path)
{
    return (syntax_language_of(path) != SYNTAX_NONE || is_sql(path) || is_settings(path)) &&
           !mutant_is_foreign_file(path);
}

/* The way back of a migration, as golang-migrate, Diesel and Flyway name its file. */
static bool is_way_back(const char *path)
{
    return text_matches("(?:[._-]down|(?:^|/)down|(?:^|/)U[0-9._]+__[^/]*)\\.sql\\z", path,
                        strlen(path));
}

/* A program that is submitted is the candidate's own, whatever it says. */
static void look_for_generator(struct reviewing *state, struct review_file *file,
                               const struct source *source)
{
    enum origin origin = origin_of(source->text, source->size);

    if (state->options->program)
        return;
    if (origin != ORIGIN_WRITTEN)
        state->review->generated[state->review->generated_count++] = file->path;
    file->marked = origin_is_left_out(origin, state->options->graded) || is_way_back(file->path);
    file->claimed = origin == ORIGIN_CLAIMED && state->options->graded;
}

static int read_source(struct reviewing *state, struct review_file *file, struct error *error)
{
    struct syntax *syntax = NULL;
    struct error wrong = { 0 };
    int failed = syntax_parse(file->language, file->text, file->size, PARSE_MS, &syntax, &wrong);

    if (failed == -EFBIG || failed == -ETIMEDOUT) {
        state->review->omitted++;
        file->marked = true;
        return 0;
    }
    if (failed < 0)
        return error_set(error, failed, "%s: %s", file->path, wrong.message);
    failed =
        measures_take(state->review->arena, syntax, file->text, file->size, &file->measures, error);
    for (size_t i = 0; !failed && i < file->measures.comment_count; i++) {
        const struct measures_span *span = &file->measures.comments[i];
        plain_blank(file->plain, span->start, span->end < file->size ? span->end : file->size);
    }
    if (!failed && !file->marked)
        failed = rules_match(state, file, syntax, error);
    syntax_free(syntax);
    return failed;
}

static int read_file(struct reviewing *state, struct review_file *file, const struct source *source,
                     struct error *error)
{
    char *path = arena_strdup(state->review->arena, source->path);

    if (!path)
        return error_set(error, -ENOMEM, "out of memory");
    text_line(path);
    *file = (struct review_file){
        .path = path,
        .language = syntax_language_of(source->path),
        .settings = is_settings(source->path),
        .text = source->text,
        .size = source->size,
        .test = !state->options->program && mutant_is_test(source->path),
    };
    look_for_generator(state, file, source);
    file->plain = memory_alloc(source->size + 1);
    if (!file->plain)
        return error_set(error, -ENOMEM, "out of memory");
    memcpy(file->plain, source->text, source->size);
    file->plain[source->size] = '\0';
    if (file->language != SYNTAX_NONE)
        return read_source(state, file, error);
    if (file->settings) {
        plain_blank_settings(file->plain, file->size);
    } else {
        plain_blank_sql(file->plain, file->size);
        plain_blank_way_back(file->plain, file->text, file->size);
    }
    return rules_match(state, file, NULL, error);
}

static int read_all(struct reviewing *state, const struct source *sources, size_t count,
                    struct error *error)
{
    time_t until = time(NULL) + REVIEW_SECONDS;
    int failed = 0;

    for (size_t i = 0; !failed && i < count; i++) {
        if (time(NULL) > until) {
            state->review->omitted += count - i;
            break;
        }
        failed = read_file(state, &state->files[state->count], &sources[i], error);
        state->count++;
    }
    if (!failed)
        failed = checks_run(state, error);
    if (!failed)
        failed = rules_decide(state, error);
    rules_drop_covered(state);
    if (!failed)
        failed = review_sum_up(state, error);
    return failed ? failed : review_finish(state->review, error);
}

int review_sources(struct rules *rules, const struct review_options *options,
                   const struct source *sources, size_t count, struct review **ret,
                   struct error *error)
{
    struct reviewing state = { .rules = rules, .options = options };

    state.review = review_new();
    state.files = calloc(count + 1, sizeof(*state.files));
    if (state.review) {
        state.review->graded = options->graded;
        state.review->generated =
            arena_array(state.review->arena, count + 1, sizeof(*state.review->generated));
    }
    bool good = state.review && state.review->generated && state.files;
    int failed =
        good ? read_all(&state, sources, count, error) : error_set(error, -ENOMEM, "out of memory");
    for (size_t i = 0; state.files && i < state.count; i++)
        free(state.files[i].plain);
    free(state.files);
    free(state.candidates);
    if (failed < 0) {
        review_free(state.review);
        return failed;
    }
    *ret = state.review;
    return 0;
}

/* ---- A repository -------------------------------------------------------------------------------
 */

int review_rules_directory(struct arena *arena, const char **ret, struct error *error)
{
    const char *const *directories = NULL;
    size_t count = 0;
    int failed = data_directories(arena, "ASSAY_RUBRICS", "rubrics", &directories, &count, error);

    for (size_t i = 0; !failed && i < count; i++) {
        const char *path = arena_printf(arena, "%s/review", directories[i]);
        if (!path)
            return error_set(error, -ENOMEM, "out of memory");
        if (file_is_directory(path)) {
            *ret = path;
            return 0;
        }
    }
    if (failed)
        return failed;
    error_set(error, -ENOENT, "the rules of the review are nowhere");
    error_remedy(error, "ASSAY_RUBRICS names directories with rubrics and review/");
    return -ENOENT;
}

static int check_only(const struct rules *rules, const char *const *only, struct error *error)
{
    for (size_t i = 0; only && only[i]; i++) {
        if (!rules_find(rules, only[i])) {
            error_set(error, -EINVAL, "there is no rule '%s'", only[i]);
            error_remedy(error, "`assay review --rules` lists them");
            return -EINVAL;
        }
    }
    return 0;
}

static int load_rules(const struct review_options *options, struct rules **ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct rule_faults faults = { 0 };
    const char *directory = options->rules;
    struct rules *rules = NULL;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    int failed = directory ? 0 : review_rules_directory(arena, &directory, error);
    failed = failed ? failed : rules_read(directory, &rules, &faults, error);
    if (!failed && faults.count) {
        *error = faults.first;
        failed = error->code;
    }
    buffer_clear(&faults.text);
    failed = failed ? failed : check_only(rules, options->only, error);
    if (failed < 0) {
        rules_free(rules);
        return failed;
    }
    *ret = rules;
    return 0;
}

int review_repository(const char *directory, const struct review_options *options,
                      struct review **ret, struct error *error)
{
    const struct sources_wanted wanted = { enters, takes, FILES, TOTAL_BYTES, SYNTAX_BYTES };
    struct sources *sources = NULL;
    struct review *review = NULL;
    struct rules *rules = NULL;
    int failed = load_rules(options, &rules, error);

    failed = failed ? failed : sources_read(directory, &wanted, &sources, error);
    failed = failed
                 ? failed
                 : review_sources(rules, options, sources->items, sources->count, &review, error);
    if (!failed) {
        review->cut |= sources->cut;
        *ret = review;
    }
    sources_free(sources);
    rules_free(rules);
    return failed;
}

/* ---- Files that were submitted ------------------------------------------------------------------
 */

struct submitted {
    struct source *items;
    size_t count, capacity, omitted;
    struct arena *arena;
};

static int add_source(struct submitted *to, const char *path, char **text, size_t size)
{
    char *name = arena_strdup(to->arena, path);

    if (!name ||
        array_reserve((void **) &to->items, to->count, &to->capacity, sizeof(*to->items)) < 0)
        return -ENOMEM;
    to->items[to->count++] = (struct source){ name, steal(text), size };
    return 0;
}

static int add_file(struct submitted *to, const char *path)
{
    AUTO_FREE char *text = NULL;
    struct error unread = { 0 };
    size_t size = 0;
    const char *slash = strrchr(path, '/');
    int failed = takes(path) ? file_read(path, SYNTAX_BYTES, &text, &size, &unread) : -ENOENT;

    if (failed == -ENOMEM)
        return failed;
    to->omitted += failed < 0 && takes(path);
    return failed < 0 ? 0 : add_source(to, slash ? slash + 1 : path, &text, size);
}

static int add_directory(struct submitted *to, const char *path, struct error *error)
{
    const struct sources_wanted wanted = { enters, takes, FILES, TOTAL_BYTES, SYNTAX_BYTES };
    struct sources *sources = NULL;
    int failed = sources_read(path, &wanted, &sources, error);

    for (size_t i = 0; !failed && i < sources->count; i++) {
        struct source *source = &sources->items[i];
        failed = add_source(to, source->path, &source->text, source->size);
    }
    sources_free(sources);
    return failed;
}

int review_files(const char *const *paths, size_t count, const struct review_options *options,
                 struct review **ret, struct error *error)
{
    struct submitted files = { .arena = arena_new() };
    struct rules *rules = NULL;
    int failed = files.arena ? 0 : error_set(error, -ENOMEM, "out of memory");

    for (size_t i = 0; !failed && i < count; i++)
        failed = file_is_directory(paths[i]) ? add_directory(&files, paths[i], error)
                                             : add_file(&files, paths[i]);
    if (failed == -ENOMEM)
        error_set(error, failed, "out of memory");
    failed = failed ? failed : load_rules(options, &rules, error);
    failed = failed ? failed : review_sources(rules, options, files.items, files.count, ret, error);
    if (!failed)
        (*ret)->omitted += files.omitted;
    for (size_t i = 0; i < files.count; i++)
        free(files.items[i].text);
    free(files.items);
    arena_free(files.arena);
    rules_free(rules);
    return failed;
}
