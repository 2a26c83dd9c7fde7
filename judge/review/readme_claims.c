/*
 * Theory of operation: what a README names is a claim that it exists. Endpoints are a method and a
 * path; variables are names in capitals where the README speaks of configuration, or sets them for
 * a command. Whether a claim is true is readme_compare.c's to find out. Pure but for allocating.
 */
#include "judge/review/readme_claims.h"

#include "judge/review/readme_internal.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { SHOWN_BYTES = 160 };

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
