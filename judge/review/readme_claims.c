/*
 * Theory of operation: what a README names is a claim that it exists. Endpoints are a method and a
 * path; variables are names in capitals where the README speaks of configuration, or sets them for
 * a command. Compared with the files of the repository, a claim is false only where it cannot be
 * true: a part of a path, or a variable, that stands in no file at all but documents. Where names
 * may be put together by a library (prefixes, relaxed binding), variables stay unverified.
 */
#include "judge/review/readme_internal.h"

#include "judge/base/file.h"
#include "judge/review/mutant.h"
#include "judge/review/syntax.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/syscall.h>

enum { SHOWN_BYTES = 160, FILES = 4000, FILE_BYTES = 512 << 10, TOTAL_BYTES = 16 << 20 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Collecting ------------------------------------------------------------------------------ */

static bool is_same(const struct readme_claim *one, const struct readme_claim *other)
{
    return one->kind == other->kind && one->port == other->port &&
           strcmp(one->text, other->text) == 0;
}

/* The first place where something is claimed is the one that counts; of links, each. */
int readme_add_claim(struct readme *readme, const struct readme_claim *claim, struct error *error)
{
    struct readme_claim copy = *claim;
    size_t length = strlen(claim->text);
    char *text =
        arena_strndup(readme->arena, claim->text, length < SHOWN_BYTES ? length : SHOWN_BYTES);

    if (!text)
        return no_memory(error);
    text_line(text);
    copy.text = text;
    for (size_t i = 0; i < readme->claim_count; i++) {
        if (is_same(&readme->claims[i], &copy) &&
            (copy.kind < CLAIM_FILE || readme->claims[i].line == copy.line))
            return 0;
    }
    if (readme->claim_count == README_CLAIMS) {
        readme->cut = true;
        return 0;
    }
    copy.target = claim->target ? arena_strdup(readme->arena, claim->target) : NULL;
    copy.method = claim->method ? arena_strdup(readme->arena, claim->method) : NULL;
    if ((claim->target && !copy.target) || (claim->method && !copy.method) ||
        array_reserve((void **) &readme->claims, readme->claim_count, &readme->claim_capacity,
                      sizeof(*readme->claims)) < 0)
        return no_memory(error);
    readme->claims[readme->claim_count++] = copy;
    return 0;
}

bool readme_is_blank(const char *text, size_t size)
{
    size_t capitals = 0, others = 0;

    if (size == 0)
        return false;
    for (size_t i = 0; i < size; i++) {
        if (strchr("{}<>:$*[]", text[i]) || (i + 2 < size && !strncmp(text + i, "...", 3)))
            return true;
        capitals += (text[i] >= 'A' && text[i] <= 'Z') || text[i] == '_';
        others += !((text[i] >= 'A' && text[i] <= 'Z') || text[i] == '_' || text[i] == '-');
    }
    return (capitals > 0 && others == 0) || (size > 2 && !strncmp(text, "\xe2\x80\xa6", 3)) ||
           !strncmp(text, "your-", size < 5 ? size : 5);
}

static int line_at(const char *text, size_t at, int line)
{
    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n';
    return line;
}

static int add_endpoint(struct readme *readme, const char *method, size_t method_size,
                        const char *path, size_t size, int line, struct error *error)
{
    size_t question = 0;

    while (question < size && path[question] != '?' && path[question] != '#')
        question++;
    while (question > 1 && strchr(".:", path[question - 1]))
        question--;
    const char *target = arena_strndup(readme->arena, path, question);
    const char *word = arena_strndup(readme->arena, method, method_size);
    const char *text = target && word ? arena_printf(readme->arena, "%s %s", word, target) : NULL;
    if (!text)
        return no_memory(error);
    return readme_add_claim(
        readme,
        &(struct readme_claim){
            .kind = CLAIM_ENDPOINT, .line = line, .text = text, .method = word, .target = target },
        error);
}

/* Each word of capitals in a list of methods. */
static int add_methods(struct readme *readme, const char *methods, size_t size, const char *path,
                       size_t path_size, int line, struct error *error)
{
    int status = 0;

    for (size_t at = 0; at < size && status == 0;) {
        size_t length = 0;
        while (at + length < size && isupper((unsigned char) methods[at + length]))
            length++;
        if (length >= 3)
            status = add_endpoint(readme, methods + at, length, path, path_size, line, error);
        at += length ? length : 1;
    }
    return status;
}

static int take_endpoints(struct readme *readme, const char *text, size_t size, int line,
                          struct error *error)
{
    struct pattern *pattern = readme_word(readme, WORD_ENDPOINT);
    size_t from = 0, start, length, path, path_size;
    int status = 0;

    if (!pattern)
        return no_memory(error);
    unsigned methods = pattern_group(pattern, "methods"), paths = pattern_group(pattern, "path");
    while (status == 0 && from < size &&
           pattern_find_from(pattern, text, size, from, methods, &start, &length) &&
           pattern_find_from(pattern, text, size, from, paths, &path, &path_size)) {
        status = add_methods(readme, text + start, length, text + path, path_size,
                             line_at(text, path, line), error);
        from = path + path_size;
    }
    return status;
}

/* Variables that tools and the system read, not the service. */
static bool is_of_tools(const char *name)
{
    static const char words[] =
        "^(PATH|HOME|USER|SHELL|PWD|LANG|LC_.*|TZ|TERM|TMPDIR|CI|DEBUG|NO_COLOR|EDITOR|VIRTUAL_ENV|"
        "(GO|CGO|PYTHON|PIP|NODE|NPM|npm|YARN|CARGO|RUST|JAVA|JDK|MAVEN|GRADLE|JVM|UVICORN|"
        "GUNICORN|"
        "WEB_CONCURRENCY|FLASK|DJANGO|SPRING|SERVER|LOGGING|MANAGEMENT|POSTGRES|PG|MYSQL|MARIADB|"
        "REDIS|MONGO|RABBITMQ|KAFKA|AWS|GCP|GOOGLE|AZURE|DOCKER|COMPOSE|KUBE|GIT|CURL|SSL|OTEL|"
        "ASPNETCORE|DOTNET|RAILS|RACK|MIX|PHX|VERCEL|NEXT|VITE|CMAKE|CC$|CXX$|CFLAGS|LDFLAGS|LD)"
        "[A-Z0-9_]*)$";

    return text_matches(words, name, strlen(name));
}

static int add_variable(struct readme *readme, const char *name, size_t size, int line,
                        struct error *error)
{
    const char *copy = arena_strndup(readme->arena, name, size);

    if (!copy)
        return no_memory(error);
    if (size > 80 || is_of_tools(copy))
        return 0;
    return readme_add_claim(
        readme,
        &(struct readme_claim){
            .kind = CLAIM_VARIABLE, .line = line, .text = copy, .target = copy },
        error);
}

static bool is_variable_name(const char *name, size_t size)
{
    return memchr(name, '_', size) ||
           (size == 4 && (!strncmp(name, "PORT", 4) || !strncmp(name, "HOST", 4)));
}

static int take_variables(struct readme *readme, enum readme_word word, const char *text,
                          size_t size, int line, struct error *error)
{
    struct pattern *pattern = readme_word(readme, word);
    size_t from = 0, start, length;
    int status = 0;

    if (!pattern)
        return no_memory(error);
    unsigned group = pattern_group(pattern, "name");
    while (status == 0 && from < size &&
           pattern_find_from(pattern, text, size, from, group, &start, &length)) {
        if (is_variable_name(text + start, length))
            status = add_variable(readme, text + start, length, line_at(text, start, line), error);
        from = start + length;
    }
    return status;
}

static int take_ports(struct readme *readme, const char *text, size_t size, int line,
                      struct error *error)
{
    struct pattern *pattern = readme_word(readme, WORD_PORT);
    size_t start, length;

    if (!pattern)
        return no_memory(error);
    if (!pattern_find(pattern, text, size, pattern_group(pattern, "port"), &start, &length))
        return 0;
    return readme_add_claim(readme,
                            &(struct readme_claim){ .kind = CLAIM_PORT,
                                                    .line = line_at(text, start, line),
                                                    .text = "PORT",
                                                    .target = "default",
                                                    .port = (int) strtol(text + start, NULL, 10) },
                            error);
}

/* The first cell of a row, where it is a name. */
static int take_cell(struct readme *readme, const char *text, size_t size, int line,
                     struct error *error)
{
    size_t at = 0, length = 0;

    while (at < size && strchr(" |`$", text[at]))
        at++;
    while (at + length < size &&
           (isupper((unsigned char) text[at + length]) ||
            isdigit((unsigned char) text[at + length]) || text[at + length] == '_'))
        length++;
    bool whole = at + length == size || strchr(" |`=", text[at + length]);
    if (length < 2 || !whole || !is_variable_name(text + at, length))
        return 0;
    return add_variable(readme, text + at, length, line, error);
}

int readme_take_text(struct readme *readme, const struct readme_text *text, struct error *error)
{
    int status = take_endpoints(readme, text->text, text->size, text->line, error);

    if (status == 0)
        status = take_ports(readme, text->text, text->size, text->line, error);
    if (status == 0 && text->variables && text->table)
        status = take_cell(readme, text->text, text->size, text->line, error);
    if (status == 0 && text->variables)
        status = take_variables(readme, WORD_VARIABLE, text->text, text->size, text->line, error);
    if (status == 0)
        status = take_variables(readme, WORD_PAIRS, text->text, text->size, text->line, error);
    return status;
}

/* ---- What commands name ---------------------------------------------------------------------- */

/* Whether a later command uses it, so that it may be for the shell alone. */
static bool is_used(const struct readme *readme, size_t from, const char *name)
{
    size_t length = strlen(name);

    for (size_t i = from; i < readme->command_count; i++) {
        for (const char *at = strchr(readme->commands[i].text, '$'); at; at = strchr(at + 1, '$')) {
            const char *word = at + 1 + (at[1] == '{');
            if (!strncmp(word, name, length) && !isalnum((unsigned char) word[length]) &&
                word[length] != '_')
                return true;
        }
    }
    return false;
}

static int take_settings(struct readme *readme, size_t index, struct error *error)
{
    const struct readme_command *command = &readme->commands[index];
    const char *at = command->text;
    bool exports = !strncmp(at, "export ", 7);
    int status = 0;

    if (exports)
        at += 7;
    else if (command->role != DO_START && command->role != DO_TEST)
        return 0;
    if (!strncmp(at, "env ", 4))
        at += 4;
    while (status == 0) {
        size_t length = strspn(at, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
        char name[100];
        if (length < 2 || at[length] != '=' || length >= sizeof(name))
            return 0;
        snprintf(name, sizeof(name), "%.*s", (int) length, at);
        if (!exports || !is_used(readme, index + 1, name))
            status = add_variable(readme, name, length, command->line, error);
        at += length + 1;
        at += strcspn(at, " \t\n");
        at += strspn(at, " \t\n\\");
    }
    return status;
}

int readme_take_commands(struct readme *readme, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < readme->command_count && status == 0; i++) {
        const struct readme_command *command = &readme->commands[i];
        status = take_settings(readme, i, error);
        if (status == 0 && command->role == DO_ASK && command->request.port > 0) {
            struct readme_claim claim = { .kind = CLAIM_PORT,
                                          .line = command->line,
                                          .port = command->request.port };
            char text[32];
            snprintf(text, sizeof(text), "port %d", claim.port);
            claim.text = text;
            status = readme_add_claim(readme, &claim, error);
        }
    }
    return status;
}

/* ---- The repository -------------------------------------------------------------------------- */

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

static bool is_word_byte(char byte)
{
    return isalnum((unsigned char) byte) || byte == '_';
}

static bool has_word(const struct source *source, const char *word)
{
    size_t length = strlen(word);
    const char *at = source->text, *end = at + source->size;

    while ((at = memmem(at, (size_t) (end - at), word, length))) {
        if ((at == source->text || !is_word_byte(at[-1])) && !is_word_byte(at[length]))
            return true;
        at++;
    }
    return false;
}

static const struct source *find_word(const struct comparing *comparing, const char *word)
{
    for (size_t i = 0; i < comparing->sources->count; i++)
        if (has_word(&comparing->sources->items[i], word))
            return &comparing->sources->items[i];
    return NULL;
}

static const struct source *find_text(const struct comparing *comparing, const char *text,
                                      bool tests)
{
    size_t length = strlen(text);

    for (size_t i = 0; i < comparing->sources->count; i++) {
        const struct source *source = &comparing->sources->items[i];
        if ((tests || !mutant_is_test(source->path)) &&
            memmem(source->text, source->size, text, length))
            return source;
    }
    return NULL;
}

static bool find_any_case(const struct comparing *comparing, const char *text)
{
    for (size_t i = 0; i < comparing->sources->count; i++)
        if (!mutant_is_test(comparing->sources->items[i].path) &&
            strcasestr(comparing->sources->items[i].text, text))
            return true;
    return false;
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
    const struct source *source = find_word(comparing, claim->target);

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
    claim->spelled = find_text(comparing, claim->target, false) != NULL;
    for (const char *at = claim->target; *at; at += strcspn(at, "/")) {
        at += *at == '/';
        size_t size = strcspn(at, "/");
        const char *part = arena_strndup(readme->arena, at, size);
        if (!part || size == 0 || readme_is_blank(at, size) || find_text(comparing, part, false) ||
            find_any_case(comparing, part))
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
                if (!isdigit((unsigned char) at[k]) || is_word_byte(at[k - 1 + (k == 0)]))
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
    } else if (others == 1 && !find_word(comparing, text)) {
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
        if (part && *part && !find_text(comparing, part, true) && !find_any_case(comparing, part))
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
        if (find_text(comparing, marks[i], true))
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
    sources_free(sources);
    return status;
}
