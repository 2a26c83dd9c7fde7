/*
 * Theory of operation: a claim is false only where it cannot be true: a part of a path, or a
 * variable, that stands in no file at all but documents. Where names may be put together by a
 * library (prefixes, relaxed binding), variables stay unverified. Files are read in the judge's own
 * process, and none is executed.
 */
#include "judge/review/readme_compare.h"

#include "judge/base/file.h"
#include "judge/review/mutant.h"
#include "judge/review/readme_documents.h"
#include "judge/review/readme_files.h"
#include "judge/review/readme_internal.h"
#include "judge/review/syntax.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/syscall.h>

enum { FILES = 4000, FILE_BYTES = 512 << 10, TOTAL_BYTES = 16 << 20 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

struct comparing {
    struct readme *readme;
    const struct sources *sources;
    int root;
    bool indirect; /* names of variables may be put together by a library */
};

static bool enters(const char *name)
{
    return !mutant_is_foreign_directory(name) || strcmp(name, "migrations") == 0;
}

/* Documents, and files that only hand variables on, prove nothing. */
static bool takes(const char *path)
{
    static const char others[] =
        "(?i)(\\.(md|markdown|rst|txt|adoc|png|jpe?g|gif|svg|ico|pdf|zip|gz|tar|jar|class|pyc|so|o|"
        "a|exe|"
        "lock|sum|sqlite3?|db|woff2?|ttf|mp[34]|http|rest)|(^|/"
        ")(readme|licen[cs]e|changelog|package-lock\\.json|"
        "\\.env[^/]*|procfile|[^/]*compose[^/]*\\.ya?ml|\\.git[a-z]*|\\.envrc))$";

    return !text_matches(others, path, strlen(path));
}

static bool is_binary(const struct source *source)
{
    return memchr(source->text, '\0', source->size < 4096 ? source->size : 4096) != NULL;
}

static void settle(struct comparing *comparing, struct readme_claim *claim, enum readme_truth truth,
                   const char *reason)
{
    char *copy = arena_strdup(comparing->readme->arena, reason);

    if (copy) {
        text_line(copy);
        claim->truth = truth;
        claim->reason = copy;
    }
}

static void settle_in(struct comparing *comparing, struct readme_claim *claim,
                      const struct source *source)
{
    const char *reason = arena_printf(comparing->readme->arena, "%s has it", source->path);

    if (reason)
        settle(comparing, claim, CLAIM_TRUE, reason);
}

/* ---- Each kind ------------------------------------------------------------------------------- */

static void compare_variable(struct comparing *comparing, struct readme_claim *claim)
{
    const struct source *source = files_find_word(comparing->sources, claim->target);

    if (source)
        settle_in(comparing, claim, source);
    else if (comparing->sources->cut || comparing->sources->count == 0)
        settle(comparing, claim, CLAIM_OPEN, "not all files were read");
    else if (comparing->indirect)
        settle(comparing, claim, CLAIM_OPEN, "a library of the sources makes names of variables");
    else
        settle(comparing, claim, CLAIM_FALSE, "no file reads it");
}

/* Each literal part of a path stands somewhere in the sources, if there is a route for it. */
static void compare_endpoint(struct comparing *comparing, struct readme_claim *claim)
{
    struct readme *readme = comparing->readme;

    if (comparing->sources->cut || comparing->sources->count == 0) {
        settle(comparing, claim, CLAIM_OPEN, "not all files were read");
        return;
    }
    claim->spelled = files_find_text(comparing->sources, claim->target, false) != NULL;
    for (const char *at = claim->target; *at; at += strcspn(at, "/")) {
        at += *at == '/';
        size_t size = strcspn(at, "/");
        const char *part = arena_strndup(readme->arena, at, size);
        if (!part || size == 0 || readme_is_blank(at, size) ||
            files_find_text(comparing->sources, part, false) ||
            files_have_any_case(comparing->sources, part))
            continue;
        const char *reason = arena_printf(readme->arena, "'%s' stands in no source", part);
        settle(comparing, claim, CLAIM_FALSE, reason ? reason : "");
        return;
    }
    settle(comparing, claim, CLAIM_OPEN, "whether it is there shows only when it runs");
}

/* Numbers on lines that speak of PORT. */
static void compare_port(struct comparing *comparing, struct readme_claim *claim)
{
    int other = 0, others = 0;
    bool same = false;
    char text[16];

    if (!claim->target)
        return;
    snprintf(text, sizeof(text), "%d", claim->port);
    for (size_t i = 0; i < comparing->sources->count; i++) {
        const struct source *source = &comparing->sources->items[i];
        const char *at = source->text;
        if (syntax_language_of(source->path) == SYNTAX_NONE || mutant_is_test(source->path))
            continue;
        while ((at = strstr(at, "PORT"))) {
            size_t length = strcspn(at, "\n");
            for (size_t k = 0; k + 4 <= length; k++) {
                if (!isdigit((unsigned char) at[k]) || files_is_word_byte(at[k - 1 + (k == 0)]))
                    continue;
                int number = (int) strtol(at + k, NULL, 10);
                same |= number == claim->port;
                if (number >= 1024 && number <= 65535 && number != claim->port && number != other) {
                    other = number;
                    others++;
                }
                k += strspn(at + k, "0123456789");
            }
            at += length;
        }
    }
    if (same) {
        settle(comparing, claim, CLAIM_TRUE, "the sources have this default");
    } else if (others == 1 && !files_find_word(comparing->sources, text)) {
        const char *reason =
            arena_printf(comparing->readme->arena, "the sources have %d in its place", other);
        settle(comparing, claim, CLAIM_FALSE, reason ? reason : "");
    }
}

/* "%20" and the like. NULL: memory was out. */
static char *decoded(struct arena *arena, const char *text)
{
    char *copy = arena_strndup(arena, text, strcspn(text, "?#"));
    char *to = copy;

    for (const char *from = copy; from && *from; from++) {
        if (*from == '%' && isxdigit((unsigned char) from[1]) &&
            isxdigit((unsigned char) from[2])) {
            char digits[3] = { from[1], from[2], '\0' };
            *to++ = (char) strtol(digits, NULL, 16);
            from += 2;
        } else {
            *to++ = *from;
        }
    }
    if (to)
        *to = '\0';
    return copy;
}

static void compare_file(struct comparing *comparing, struct readme_claim *claim)
{
    struct open_how how = { .flags = O_PATH | O_CLOEXEC,
                            .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS };
    const char *path = decoded(comparing->readme->arena, claim->target);

    if (!path || strpbrk(path, "{}<>$"))
        return;
    path += strspn(path, "/");
    AUTO_CLOSE int descriptor =
        (int) syscall(SYS_openat2, comparing->root, *path ? path : ".", &how, sizeof(how));
    if (descriptor >= 0)
        settle(comparing, claim, CLAIM_TRUE, "it is there");
    else if (errno == ENOENT || errno == ENOTDIR)
        settle(comparing, claim, CLAIM_FALSE, "there is no such file");
    else
        settle(comparing, claim, CLAIM_OPEN, "it leads out of the repository");
}

/* Letters and digits alone: how marks and emoji become an anchor differs. */
static bool is_same_anchor(const char *one, const char *other)
{
    for (;;) {
        while (*one && !isalnum((unsigned char) *one))
            one++;
        while (*other && !isalnum((unsigned char) *other))
            other++;
        if (tolower((unsigned char) *one) != tolower((unsigned char) *other))
            return false;
        if (!*one)
            return true;
        one++;
        other++;
    }
}

static void compare_anchor(struct comparing *comparing, struct readme_claim *claim)
{
    const struct readme *readme = comparing->readme;
    const char *name = decoded(readme->arena, claim->target + 1);

    if (!name)
        return;
    if (!strncmp(name, "user-content-", 13))
        name += 13;
    for (size_t i = 0; i < readme->anchor_count; i++) {
        if (is_same_anchor(name, readme->anchors[i])) {
            settle(comparing, claim, CLAIM_TRUE, "it is there");
            return;
        }
    }
    if (strcasecmp(name, "top") != 0 && !readme->cut)
        settle(comparing, claim, CLAIM_FALSE, "no heading has this anchor");
}

/* Of requests the first part of the path: what follows are values of an example. */
static int compare_requests(struct comparing *comparing, struct error *error)
{
    struct readme *readme = comparing->readme;

    readme->nowhere =
        arena_array(readme->arena, readme->command_count + 1, sizeof(*readme->nowhere));
    if (!readme->nowhere)
        return no_memory(error);
    for (size_t i = 0; i < readme->command_count && !comparing->sources->cut; i++) {
        const char *target = readme->commands[i].request.target;
        const char *part = target && comparing->sources->count
                               ? arena_strndup(readme->arena, target + 1, strcspn(target + 1, "/?"))
                               : NULL;
        if (part && *part && !files_find_text(comparing->sources, part, true) &&
            !files_have_any_case(comparing->sources, part))
            readme->nowhere[readme->nowhere_count++] = part;
    }
    return 0;
}

bool readme_is_nowhere(const struct readme *readme, const char *part, size_t size)
{
    for (size_t i = 0; i < readme->nowhere_count; i++)
        if (strlen(readme->nowhere[i]) == size && !strncmp(readme->nowhere[i], part, size))
            return true;
    return false;
}

/* ---- The whole ------------------------------------------------------------------------------- */

/* Libraries by which `max_retries` is read from APP_MAX_RETRIES. */
static bool makes_names(const struct comparing *comparing)
{
    static const char *const marks[] = {
        "env_prefix",
        "BaseSettings",
        "AutomaticEnv",
        "envconfig",
        "SetEnvPrefix",
        "@Value",
        "springframework",
        "dynaconf",
        "ConfigurationProperties",
        "figment",
        "config::Environment",
        "convict",
        "envy::",
        "env.Parse",
        "environ.prefix",
        "io.micronaut",
        "quarkus",
        "kong.Parse",
        "auto_envvar_prefix",
        "caarlos0/env",
    };

    for (size_t i = 0; i < COUNT(marks); i++)
        if (files_find_text(comparing->sources, marks[i], true))
            return true;
    return false;
}

int readme_compare(struct readme *readme, const char *directory, struct error *error)
{
    const struct sources_wanted wanted = { enters, takes, FILES, TOTAL_BYTES, FILE_BYTES };
    static void (*const kinds[])(struct comparing *, struct readme_claim *) = {
        [CLAIM_ENDPOINT] = compare_endpoint, [CLAIM_VARIABLE] = compare_variable,
        [CLAIM_PORT] = compare_port,         [CLAIM_FILE] = compare_file,
        [CLAIM_ANCHOR] = compare_anchor,
    };
    AUTO_CLOSE int root = open(directory, O_PATH | O_DIRECTORY | O_CLOEXEC);
    struct sources *sources = NULL;
    int status = sources_read(directory, &wanted, &sources, error);

    if (status < 0)
        return status;
    for (size_t i = 0; i < sources->count; i++) {
        struct source *source = &sources->items[i];
        if (is_binary(source))
            source->size = strlen(source->text);
        readme->has_tests |=
            mutant_is_test(source->path) && syntax_language_of(source->path) != SYNTAX_NONE;
    }
    struct comparing comparing = { .readme = readme, .sources = sources, .root = root };
    comparing.indirect = makes_names(&comparing);
    for (size_t i = 0; i < readme->claim_count; i++)
        kinds[readme->claims[i].kind](&comparing, &readme->claims[i]);
    status = compare_requests(&comparing, error);
    if (status == 0)
        status = readme_take_routes(readme, sources, error);
    if (status == 0)
        status = readme_take_documents(readme, sources, error);
    sources_free(sources);
    return status;
}
