/*
 * Theory of operation: a command of curl is cut into words as a shell would, and its options read
 * by a table. What it asks for is known even where the command is more than that (a pipe, a
 * variable, an option that is not in the table); it is plain only where sending the request is all
 * that it does.
 */
#include "judge/review/readme_internal.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 60, HEADERS_MOST = 20 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Words ----------------------------------------------------------------------------------- */

struct words {
    const char *items[WORDS_MOST];
    size_t count;
    bool more; /* there is more than one simple command, or a variable in it */
};

/* The byte behind a backslash at *at, where that says something here; '\0': the line goes on. */
static char take_escape(const char *text, size_t *at, char quote)
{
    char next = text[*at + 1];

    if (quote == '\'' || next == '\0' || (quote == '"' && next != '\n' && !strchr("\"\\$`", next)))
        return '\\';
    (*at)++;
    return (char) (next == '\n' ? '\0' : next);
}

static bool ends_word(char byte)
{
    return isspace((unsigned char) byte) || strchr("|;&<>", byte);
}

/* The text of one word at *at, without quotes. */
static int take_word(const char *text, size_t *at, struct words *words, struct buffer *word)
{
    char quote = '\0';

    for (; text[*at] && (quote || !ends_word(text[*at])); (*at)++) {
        char byte = text[*at];
        if (quote ? byte == quote : byte == '\'' || byte == '"') {
            quote = (char) (quote ? '\0' : byte);
            continue;
        }
        words->more |= (byte == '$' || byte == '`') && quote != '\'';
        if (byte == '\\')
            byte = take_escape(text, at, quote);
        if (byte && buffer_append(word, &byte, 1) < 0)
            return -ENOMEM;
    }
    words->more |= quote != '\0';
    return 0;
}

/* What only shows the answer in another form does not count. */
static bool is_filter(const char *text)
{
    return text_matches(
        "^\\|\\s*(jq(\\s+(-[a-zA-Z]+|'?\\.'?))*|python[0-9.]*\\s+-m\\s+json\\.tool|cat|less)\\s*$",
        text, strlen(text));
}

static int cut(struct arena *arena, const char *text, struct words *words)
{
    size_t at = 0;

    while (text[at] && words->count < WORDS_MOST) {
        if (isspace((unsigned char) text[at]) || (text[at] == '\\' && text[at + 1] == '\n')) {
            at += text[at] == '\\' ? 2 : 1;
            continue;
        }
        if (strchr("|;&<>", text[at])) {
            words->more |= !is_filter(text + at);
            return 0;
        }
        AUTO_BUFFER struct buffer word = { 0 };
        if (buffer_puts(&word, "") < 0 || take_word(text, &at, words, &word) < 0)
            return -ENOMEM;
        words->items[words->count] = arena_strdup(arena, word.data);
        if (!words->items[words->count++])
            return -ENOMEM;
    }
    words->more |= text[at] != '\0';
    return 0;
}

/* ---- Options --------------------------------------------------------------------------------- */

enum option {
    OPTION_NOTHING,
    OPTION_WORD,
    OPTION_METHOD,
    OPTION_HEADER,
    OPTION_BODY,
    OPTION_RAW_BODY,
    OPTION_JSON_BODY,
    OPTION_HEAD,
    OPTION_URL,
    OPTION_AGENT
};

static const struct {
    const char *name;
    enum option option;
    char letter;
} options[] = {
    { "silent", OPTION_NOTHING, 's' },
    { "show-error", OPTION_NOTHING, 'S' },
    { "include", OPTION_NOTHING, 'i' },
    { "verbose", OPTION_NOTHING, 'v' },
    { "fail", OPTION_NOTHING, 'f' },
    { "insecure", OPTION_NOTHING, 'k' },
    { "globoff", OPTION_NOTHING, 'g' },
    { "no-buffer", OPTION_NOTHING, 'N' },
    { "compressed", OPTION_NOTHING, 0 },
    { "fail-with-body", OPTION_NOTHING, 0 },
    { "progress-bar", OPTION_NOTHING, '#' },
    { "path-as-is", OPTION_NOTHING, 0 },
    { "output", OPTION_WORD, 'o' },
    { "write-out", OPTION_WORD, 'w' },
    { "max-time", OPTION_WORD, 'm' },
    { "connect-timeout", OPTION_WORD, 0 },
    { "dump-header", OPTION_WORD, 'D' },
    { "request", OPTION_METHOD, 'X' },
    { "header", OPTION_HEADER, 'H' },
    { "data", OPTION_BODY, 'd' },
    { "data-raw", OPTION_RAW_BODY, 0 },
    { "data-binary", OPTION_BODY, 0 },
    { "data-ascii", OPTION_BODY, 0 },
    { "json", OPTION_JSON_BODY, 0 },
    { "head", OPTION_HEAD, 'I' },
    { "url", OPTION_URL, 0 },
    { "user-agent", OPTION_AGENT, 'A' },
};

struct curl {
    struct arena *arena;
    struct readme_request *request;
    const char *url;
    bool plain, typed; /* typed: it says what the body is */
};

static int add_header(struct curl *curl, const char *text)
{
    struct readme_request *request = curl->request;

    if (request->header_count == HEADERS_MOST || strpbrk(text, "\r\n") || !strchr(text, ':')) {
        curl->plain = false;
        return 0;
    }
    request->headers[request->header_count] = arena_strdup(curl->arena, text);
    curl->typed |= strncasecmp(text, "content-type:", 13) == 0;
    return request->headers[request->header_count++] ? 0 : -ENOMEM;
}

static int add_body(struct curl *curl, const char *text, bool raw)
{
    struct readme_request *request = curl->request;

    if (*text == '@' && !raw)
        curl->plain = false;
    request->body = request->body ? arena_printf(curl->arena, "%s&%s", request->body, text)
                                  : arena_strdup(curl->arena, text);
    return request->body ? 0 : -ENOMEM;
}

static int take_option(struct curl *curl, enum option option, const char *value)
{
    if (option > OPTION_WORD && option != OPTION_HEAD && !value) {
        curl->plain = false;
        return 0;
    }
    switch (option) {
    case OPTION_METHOD:
        curl->request->method = value;
        return 0;
    case OPTION_HEAD:
        curl->request->method = curl->request->method ? curl->request->method : "HEAD";
        return 0;
    case OPTION_HEADER:
        return add_header(curl, value);
    case OPTION_URL:
        curl->url = value;
        return 0;
    case OPTION_BODY:
    case OPTION_RAW_BODY:
        return add_body(curl, value, option == OPTION_RAW_BODY);
    case OPTION_JSON_BODY:
        if (add_header(curl, "Content-Type: application/json") < 0 ||
            add_header(curl, "Accept: application/json") < 0)
            return -ENOMEM;
        return add_body(curl, value, false);
    default:
        return 0;
    }
}

static bool takes_value(enum option option)
{
    return option != OPTION_NOTHING && option != OPTION_HEAD;
}

/* "--name", "--name value". *at is the option's word, and moves to its value. */
static int take_long(struct curl *curl, const struct words *words, size_t *at)
{
    const char *name = words->items[*at] + 2;

    for (size_t i = 0; i < COUNT(options); i++) {
        if (strcmp(options[i].name, name) != 0)
            continue;
        bool value = takes_value(options[i].option);
        const char *word = value && *at + 1 < words->count ? words->items[++*at] : NULL;
        return take_option(curl, options[i].option, word);
    }
    curl->plain = false;
    return 0;
}

/* "-sX", "-XPOST". */
static int take_letters(struct curl *curl, const struct words *words, size_t *at)
{
    for (const char *letter = words->items[*at] + 1; *letter; letter++) {
        size_t i = 0;
        while (i < COUNT(options) && options[i].letter != *letter)
            i++;
        if (i == COUNT(options)) {
            curl->plain = false;
            return 0;
        }
        if (!takes_value(options[i].option)) {
            if (take_option(curl, options[i].option, NULL) < 0)
                return -ENOMEM;
            continue;
        }
        const char *value = letter[1]                ? letter + 1
                            : *at + 1 < words->count ? words->items[++*at]
                                                     : NULL;
        return take_option(curl, options[i].option, value);
    }
    return 0;
}

/* ---- URLs ------------------------------------------------------------------------------------ */

static bool is_own_host(const char *host, size_t size)
{
    static const char *const names[] = { "localhost", "127.0.0.1", "0.0.0.0", "[::1]" };

    for (size_t i = 0; i < COUNT(names); i++)
        if (strlen(names[i]) == size && strncasecmp(host, names[i], size) == 0)
            return true;
    return false;
}

/* A URL that begins with a variable has the path alone: the host is not known. */
static int take_url(struct curl *curl)
{
    struct readme_request *request = curl->request;
    const char *at = curl->url, *path;

    if (*at == '$') {
        path = strchr(at, '/');
        request->target = path ? path : "/";
        curl->plain = false;
        return 0;
    }
    if (!strncmp(at, "http://", 7))
        at += 7;
    else if (strstr(at, "://"))
        curl->plain = false;
    size_t authority = strcspn(at, "/?#"), host = authority;
    const char *colon = memrchr(at, ':', authority);
    if (colon && colon[1] &&
        strspn(colon + 1, "0123456789") == (size_t) (at + authority - colon - 1))
        host = (size_t) (colon - at);
    if (is_own_host(at, host))
        request->port = host < authority ? (int) strtol(at + host + 1, NULL, 10) : 80;
    else
        curl->plain = false;
    if (request->port < 0 || request->port > 65535)
        request->port = 0;
    size_t length = strcspn(at + authority, "#");
    path = at + authority;
    request->target = *path == '/' ? arena_strndup(curl->arena, path, length)
                                   : arena_printf(curl->arena, "/%.*s", (int) length, path);
    return request->target ? 0 : -ENOMEM;
}

static bool has_blanks(const struct readme_request *request)
{
    for (const char *at = request->target; *at; at += strcspn(at, "/?&="), at += *at != '\0') {
        if (readme_is_blank(at, strcspn(at, "/?&=")))
            return true;
    }
    for (size_t i = 0; i < request->header_count; i++)
        if (text_matches("<[a-z][a-z0-9 _-]*>|\\.\\.\\.|…|\\bYOUR[_-]", request->headers[i],
                         strlen(request->headers[i])))
            return true;
    return request->body &&
           text_matches("\\.\\.\\.|…|<[a-z][a-z0-9 _-]*>", request->body, strlen(request->body));
}

/* A target that could not be sent as it is. */
static bool is_odd(const char *target)
{
    return target[strspn(target, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                 "-._~:/?#[]@!$&'()*+,;=%")] != '\0';
}

static int read_words(struct curl *curl, const struct words *words)
{
    size_t at = 0;
    int status = 0;

    while (at < words->count && strcmp(words->items[at], "curl") != 0)
        at++;
    curl->plain &= at == 0;
    for (at++; at < words->count && status == 0; at++) {
        const char *word = words->items[at];
        if (!strncmp(word, "--", 2))
            status = take_long(curl, words, &at);
        else if (*word == '-' && word[1])
            status = take_letters(curl, words, &at);
        else if (curl->url)
            curl->plain = false;
        else
            curl->url = word;
    }
    return status;
}

int readme_take_request(struct readme *readme, struct readme_command *command, struct error *error)
{
    struct readme_request *request = &command->request;
    struct curl curl = { .arena = readme->arena, .request = request, .plain = true };
    struct words words = { 0 };
    const char *text = strstr(command->text, "curl");

    request->headers = arena_array(readme->arena, HEADERS_MOST + 1, sizeof(*request->headers));
    curl.plain = text == command->text;
    if (!request->headers || !text || cut(readme->arena, text, &words) < 0 ||
        read_words(&curl, &words) < 0 || (curl.url && take_url(&curl) < 0))
        return no_memory(error);
    if (!request->method)
        request->method = request->body ? "POST" : "GET";
    if (request->body && !curl.typed &&
        add_header(&curl, "Content-Type: application/x-www-form-urlencoded") < 0)
        return no_memory(error);
    request->plain = curl.plain && !words.more && request->target && request->port > 0 &&
                     !has_blanks(request) && !is_odd(request->target);
    if (!curl.url || (request->target && !request->port && !words.more)) {
        command->role = DO_PASS;
        command->reason = "it asks another machine";
    } else if (has_blanks(request)) {
        command->role = DO_PASS;
        command->reason = "it has blanks to fill in";
    }
    return 0;
}
