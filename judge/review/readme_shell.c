/*
 * Theory of operation: a block of code is cut into commands as a shell would: a command goes on
 * over a backslash at the end of a line, an open quote, a here-document, and a line that ends with
 * an operator. Where lines have a prompt, those without one are what the commands print; else a
 * block that does not say that it is shell has to begin with a program that is known, and lines
 * that do not are output.
 *
 * Statuses are documented by comments (`# 201`, `# -> 201 Created`) and by output ("HTTP/1.1 201").
 */
#include "judge/review/readme_internal.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SHOWN_BYTES = 160, COMMAND_BYTES = 8000, COMMAND_LINES = 120 };

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* ---- Lines ----------------------------------------------------------------------------------- */

struct line {
    const char *text;
    size_t size;
};

struct taking {
    struct readme *readme;
    const struct readme_block *block;
    bool shell, prompts; /* the block says that it is shell; lines have prompts */
    size_t at;           /* in the block */
    int line;
    size_t first;                    /* command of the block */
    bool output;                     /* what comes is output, until a command comes */
    int remembered, remembered_line; /* a status of the comment before */
};

static struct line next_line(struct taking *taking)
{
    const char *start = taking->block->text + taking->at;
    const char *end = memchr(start, '\n', taking->block->size - taking->at);
    struct line line = { start, end ? (size_t) (end - start) : taking->block->size - taking->at };

    taking->at += line.size + (end ? 1 : 0);
    taking->line++;
    if (line.size && line.text[line.size - 1] == '\r')
        line.size--;
    return line;
}

static struct line trimmed(struct line line)
{
    while (line.size && isspace((unsigned char) *line.text)) {
        line.text++;
        line.size--;
    }
    while (line.size && isspace((unsigned char) line.text[line.size - 1]))
        line.size--;
    return line;
}

static bool has_prompt(struct line line)
{
    line = trimmed(line);
    return line.size > 2 && (line.text[0] == '$' || line.text[0] == '%') && line.text[1] == ' ';
}

static bool block_has_prompts(const struct readme_block *block)
{
    struct taking taking = { .block = block };

    while (taking.at < block->size)
        if (has_prompt(next_line(&taking)))
            return true;
    return false;
}

/* ---- Where a command ends -------------------------------------------------------------------- */

struct shell_state {
    char quote;        /* that is open; 0: none */
    bool joined;       /* the line ends with a backslash or an operator */
    int parentheses;   /* that are open */
    char document[64]; /* the word that ends a here-document; "" for none */
};

/* The word behind "<<". */
static size_t take_document(struct shell_state *state, const char *text, size_t size)
{
    size_t at = 0, length = 0;

    while (at < size && strchr("-~ '\"\\", text[at]) && text[at])
        at++;
    while (at < size && length + 1 < sizeof(state->document) &&
           (isalnum((unsigned char) text[at]) || text[at] == '_'))
        state->document[length++] = text[at++];
    state->document[length] = '\0';
    return at;
}

/* Where the comment of a line begins; its size where there is none. Follows the quotes. */
static size_t scan_line(struct shell_state *state, const char *text, size_t size)
{
    state->joined = false;
    for (size_t i = 0; i < size; i++) {
        char byte = text[i];
        if (state->quote) {
            if (byte == '\\' && state->quote == '"')
                i++;
            else if (byte == state->quote)
                state->quote = '\0';
        } else if (byte == '\\') {
            state->joined = ++i >= size;
        } else if (byte == '\'' || byte == '"') {
            state->quote = byte;
        } else if (byte == '(' || byte == ')') {
            state->parentheses += byte == '(' ? 1 : -1;
        } else if (byte == '<' && i + 2 < size && text[i + 1] == '<' && text[i + 2] != '<') {
            i += 1 + take_document(state, text + i + 2, size - i - 2);
        } else if (byte == '#' && (i == 0 || isspace((unsigned char) text[i - 1]))) {
            return i;
        }
    }
    return size;
}

static bool ends_with_operator(const char *text, size_t size)
{
    while (size && isspace((unsigned char) text[size - 1]))
        size--;
    return size && (text[size - 1] == '|' || (size > 1 && !strncmp(text + size - 2, "&&", 2)));
}

/* ---- Commands -------------------------------------------------------------------------------- */

static struct readme_command *last_command(struct taking *taking)
{
    struct readme *readme = taking->readme;

    return readme->command_count > taking->first ? &readme->commands[readme->command_count - 1]
                                                 : NULL;
}

static void document(struct taking *taking, int status, int line)
{
    struct readme_command *command = last_command(taking);

    if (command && status && !command->status) {
        command->status = status;
        command->status_line = line;
    }
}

static int add_command(struct taking *taking, struct buffer *text, int line, bool whole,
                       struct error *error)
{
    struct readme *readme = taking->readme;

    if (readme->command_count == README_COMMANDS) {
        readme->cut = true;
        return 0;
    }
    if (array_reserve((void **) &readme->commands, readme->command_count, &readme->command_capacity,
                      sizeof(*readme->commands)) < 0)
        return no_memory(error);
    struct readme_command command = { .line = line, .end_line = taking->line };
    command.text = arena_strndup(readme->arena, text->data, text->size);
    char *shown = arena_strndup(readme->arena, text->data,
                                text->size < SHOWN_BYTES ? text->size : SHOWN_BYTES);
    if (!command.text || !shown)
        return no_memory(error);
    text_line(shown);
    command.shown = shown;
    command.status = taking->remembered;
    command.status_line = taking->remembered_line;
    taking->remembered = 0;
    if (whole) {
        int status = readme_take_role(readme, &command, error);
        if (status < 0)
            return status;
    } else {
        command.role = DO_NEED;
        command.reason = "a quote, a parenthesis or a here-document is not closed";
    }
    readme->commands[readme->command_count++] = command;
    return 0;
}

/* The comment behind a command, or between commands. */
static int take_comment(struct taking *taking, struct line comment, bool behind)
{
    struct readme *readme = taking->readme;
    int status = readme_status(readme, WORD_COMMENT, comment.text, comment.size);

    if (status && (behind || last_command(taking))) {
        document(taking, status, taking->line);
    } else if (!behind) {
        taking->remembered = readme_status(readme, WORD_BEFORE, comment.text, comment.size);
        taking->remembered_line = taking->line;
    }
    return 0;
}

static bool is_end_of_document(const struct shell_state *state, struct line line)
{
    line = trimmed(line);
    return line.size == strlen(state->document) && !strncmp(line.text, state->document, line.size);
}

/* Takes further lines until the command is whole. *ret_whole: it is. */
static int take_rest(struct taking *taking, struct shell_state *state, struct buffer *text,
                     bool *ret_whole)
{
    int lines = 1;

    while (state->quote || state->joined || state->parentheses > 0 || *state->document) {
        if (taking->at >= taking->block->size || text->size > COMMAND_BYTES ||
            lines++ > COMMAND_LINES) {
            *ret_whole =
                state->joined && !state->quote && state->parentheses <= 0 && !*state->document;
            return 0;
        }
        struct line line = next_line(taking);
        if (taking->prompts && !state->quote && trimmed(line).size > 1 &&
            !strncmp(trimmed(line).text, "> ", 2)) {
            line = trimmed(line);
            line.text += 2;
            line.size -= 2;
        }
        if (*state->document) {
            if (is_end_of_document(state, line)) {
                *state->document = '\0';
                line = trimmed(line);
            }
        } else {
            size_t comment = scan_line(state, line.text, line.size);
            state->joined |= ends_with_operator(line.text, comment);
        }
        if (buffer_append(text, "\n", 1) < 0 || buffer_append(text, line.text, line.size) < 0)
            return -ENOMEM;
    }
    *ret_whole = true;
    return 0;
}

static int take_command(struct taking *taking, struct line line, struct error *error)
{
    AUTO_BUFFER struct buffer text = { 0 };
    struct shell_state state = { 0 };
    int first = taking->line;
    size_t comment = scan_line(&state, line.text, line.size);
    struct line code = trimmed((struct line){ line.text, comment });
    bool whole = true;

    state.joined |= ends_with_operator(line.text, comment);
    if (buffer_append(&text, code.text, code.size) < 0 ||
        take_rest(taking, &state, &text, &whole) < 0)
        return no_memory(error);
    int status = add_command(taking, &text, first, whole, error);
    if (status == 0 && comment < line.size && last_command(taking))
        take_comment(taking, (struct line){ line.text + comment, line.size - comment }, true);
    return status;
}

/* ---- Blocks ---------------------------------------------------------------------------------- */

static bool is_shell(const char *info)
{
    static const char *const names[] = { "sh",          "bash",     "shell",         "console",
                                         "zsh",         "terminal", "shell-session", "sh-session",
                                         "shellscript", "command" };
    size_t length = strcspn(info, " \t{,");

    for (size_t i = 0; i < COUNT(names); i++)
        if (strlen(names[i]) == length && strncasecmp(info, names[i], length) == 0)
            return true;
    return false;
}

static bool is_text(const char *info)
{
    return *info == '\0' || strcasecmp(info, "text") == 0 || strcasecmp(info, "plain") == 0;
}

static bool is_program(struct readme *readme, struct line line)
{
    return readme_has(readme, WORD_PROGRAM, line.text, line.size) &&
           !readme_has(readme, WORD_PROSE, line.text, line.size);
}

static bool looks_like_output(struct line line)
{
    return line.size && (strchr("{}[]<", *line.text) || !strncmp(line.text, "HTTP/", 5));
}

static int take_line(struct taking *taking, struct error *error)
{
    struct line line = next_line(taking), inner = trimmed(line);

    if (inner.size == 0) {
        taking->output = false;
        return 0;
    }
    if (taking->prompts) {
        if (has_prompt(line))
            return take_command(taking, (struct line){ inner.text + 2, inner.size - 2 }, error);
        document(taking, readme_status(taking->readme, WORD_OUTPUT, inner.text, inner.size),
                 taking->line);
        return 0;
    }
    if (*inner.text == '#')
        return take_comment(taking, inner, false);
    if (looks_like_output(inner) || (!taking->shell && !is_program(taking->readme, inner))) {
        if (!taking->output)
            document(taking, readme_status(taking->readme, WORD_OUTPUT, inner.text, inner.size),
                     taking->line);
        taking->output = true;
        return 0;
    }
    if (taking->output && !is_program(taking->readme, inner))
        return 0;
    taking->output = false;
    return take_command(taking, inner, error);
}

int readme_take_block(struct readme *readme, const struct readme_block *block, size_t *ret_commands,
                      struct error *error)
{
    struct taking taking = { .readme = readme,
                             .block = block,
                             .shell = is_shell(block->info),
                             .line = block->line - 1,
                             .first = readme->command_count };
    int status = 0;

    *ret_commands = 0;
    if (!taking.shell && !is_text(block->info))
        return 0;
    taking.prompts = block_has_prompts(block);
    while (status == 0 && taking.at < block->size)
        status = take_line(&taking, error);
    *ret_commands = readme->command_count - taking.first;
    return status < 0 ? status : readme_take_answers(readme, block, taking.first, error);
}
