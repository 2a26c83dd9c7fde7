/*
 * Theory of operation: libcmark-gfm makes a tree of the README, which is walked once, without
 * recursion. Texts of paragraphs, headings and rows of tables are put together with their line
 * ends, so that what they name is found at its line; blocks of code are read as shell
 * (readme_shell.c). Which sections it has is readme_sections.c's.
 *
 * Parsing runs in the judge's own process. What makes parsers of Markdown slow is long lines and
 * deep nesting: both are cut before.
 */
#include "judge/review/readme_anchors.h"
#include "judge/review/readme_claims.h"
#include "judge/review/readme_compare.h"
#include "judge/review/readme_documents.h"
#include "judge/review/readme_internal.h"
#include "judge/review/readme_sections.h"

#include "judge/base/file.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    LINE_BYTES = 4000,
    NESTING = 24, /* marks of quotes and lists at the beginning of a line */
};

const char *const readme_section_names[README_SECTIONS] = {
    "purpose", "setup", "run", "test", "api", "configuration", "decisions", "limits", "next",
};
const char *const readme_role_names[README_ROLES] = {
    "prepare", "start", "test", "ask", "other", "passed over", "not executed",
};
const char *const readme_kind_names[README_KINDS] = { "endpoint", "variable", "port", "file",
                                                      "anchor" };
const char *const readme_truth_names[] = { "not verified", "true", "false" };

/* ---- While reading --------------------------------------------------------------------------- */

struct reading {
    struct readme *readme;
    struct readme_outline outline;
    struct buffer text; /* of the block at hand */
    int text_line;
    bool in_table, variable_table; /* its rows are variables */
    bool before_first;             /* nothing but the title has come */
    int last_ask; /* 1 + the command of the last block, where that had one of curl alone */
    int shown;    /* the same where a paragraph in between says that its answer comes */
};

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

/* Whether names in capitals are variables here. */
static bool speaks_of_variables(const struct reading *reading)
{
    if (readme_is_within(&reading->outline, README_CONFIGURATION))
        return true;
    if (reading->in_table)
        return reading->variable_table;
    return readme_has(reading->readme, WORD_SETTING, reading->text.data, reading->text.size);
}

/* Where variables are told one after the other, that is the configuration, whatever the heading. */
static int take_text(const struct reading *reading, struct error *error)
{
    struct readme *readme = reading->readme;
    struct readme_text text = { reading->text.data, reading->text.size, reading->text_line,
                                reading->in_table, speaks_of_variables(reading) };
    size_t before = readme->claim_count, variables = 0;
    int status = readme_take_text(readme, &text, error);

    for (size_t i = before; i < readme->claim_count; i++)
        variables += readme->claims[i].kind == CLAIM_VARIABLE;
    if (text.variables && (variables >= 3 || (variables && reading->in_table)))
        readme_give_section(readme, README_CONFIGURATION, reading->text_line);
    return status;
}

/* ---- Blocks ---------------------------------------------------------------------------------- */

static int end_heading(struct reading *reading, int level, struct error *error)
{
    const struct buffer *text = &reading->text;
    struct readme *readme = reading->readme;

    if (readme_add_heading_anchor(readme, text->data, text->size) < 0)
        return no_memory(error);
    if (!readme_open_heading(&reading->outline, level, reading->text_line, text->data, text->size))
        return 0;
    reading->before_first = reading->outline.heading_count == 1;
    return take_text(reading, error);
}

/* Whether a number like a status comes, from `at` on. */
static bool has_status(const char *text, size_t size, size_t at)
{
    for (; at + 3 <= size; at++) {
        size_t digits = 0;
        while (at + digits < size && isdigit((unsigned char) text[at + digits]))
            digits++;
        if (digits == 3 && text[at] >= '1' && text[at] <= '5')
            return true;
        at += digits;
    }
    return false;
}

/* "Response: 201 Created" behind a block with one request. */
static void take_answer(struct reading *reading)
{
    struct readme *readme = reading->readme;
    const struct buffer *text = &reading->text;
    struct readme_command *command = &readme->commands[reading->last_ask - 1];
    struct pattern *pattern = readme_word(readme, WORD_ANSWER);
    size_t start, length;

    if (command->status || !pattern)
        return;
    unsigned group = pattern_group(pattern, "status");
    if (pattern_find(pattern, text->data, text->size, group, &start, &length) &&
        !has_status(text->data, text->size, start + length)) {
        command->status = readme_status(readme, WORD_ANSWER, text->data, text->size);
        command->status_line = reading->text_line;
        for (size_t i = 0; i < start; i++)
            command->status_line += text->data[i] == '\n';
    }
}

/* What the columns of a table are called says what its rows are about. */
static int end_header(struct reading *reading)
{
    const struct buffer *text = &reading->text;

    reading->variable_table = readme_has(reading->readme, WORD_SETTING, text->data, text->size);
    return 0;
}

/* A paragraph, or a row of a table. */
static int end_text(struct reading *reading, struct error *error)
{
    const struct buffer *text = &reading->text;
    size_t words = 0;

    if (text->size == 0)
        return 0;
    for (size_t i = 1; i < text->size; i++)
        words +=
            isspace((unsigned char) text->data[i]) && !isspace((unsigned char) text->data[i - 1]);
    if (reading->before_first && !reading->in_table && words >= 4 &&
        !readme_has(reading->readme, WORD_TEMPLATE, text->data, text->size))
        readme_give_section(reading->readme, README_PURPOSE, reading->text_line);
    readme_mark_content(reading->readme, &reading->outline, text->data, text->size,
                        reading->text_line);
    if (reading->last_ask && !reading->in_table)
        take_answer(reading);
    reading->shown =
        readme_has(reading->readme, WORD_SHOWN, text->data, text->size) ? reading->last_ask : 0;
    reading->last_ask = 0;
    return take_text(reading, error);
}

/* What commands are there says more than what a heading is called. */
static void sections_by_commands(struct readme *readme, size_t from)
{
    for (size_t i = from; i < readme->command_count; i++) {
        const struct readme_command *command = &readme->commands[i];
        if (command->role == DO_TEST)
            readme_give_section(readme, README_TEST, command->line);
        else if (command->role == DO_START)
            readme_give_section(readme, README_RUN, command->line);
        else if (command->role == DO_PREPARE && command->network)
            readme_give_section(readme, README_SETUP, command->line);
    }
}

static int take_code(struct reading *reading, cmark_node *node, struct error *error)
{
    const char *literal = cmark_node_get_literal(node);
    const char *info = cmark_node_get_fence_info(node);
    struct readme *readme = reading->readme;
    int length, offset, line = cmark_node_get_start_line(node);
    char character;
    size_t from = readme->command_count, count = 0;

    literal = literal ? literal : "";
    line += cmark_node_get_fenced(node, &length, &offset, &character) ? 1 : 0;
    struct readme_block block = { literal, strlen(literal), line, info ? info : "" };
    int status = readme_take_block(readme, &block, &count, error);
    if (status < 0)
        return status;
    readme_mark_content(readme, &reading->outline, literal, block.size, line);
    sections_by_commands(readme, from);
    int asked = reading->last_ask ? reading->last_ask : reading->shown;
    if (count == 0 && asked &&
        readme_take_answer(readme, &readme->commands[asked - 1], literal, line, error) < 0)
        return error->code;
    if (count == 0 && reading->last_ask) {
        struct readme_command *command = &readme->commands[reading->last_ask - 1];
        int documented = readme_status(readme, WORD_OUTPUT, literal, strcspn(literal, "\n"));
        if (documented && !command->status) {
            command->status = documented;
            command->status_line = line;
        }
    }
    reading->last_ask = reading->shown = 0;
    size_t asks = 0;
    for (size_t i = from; i < readme->command_count; i++) {
        asks += readme->commands[i].role == DO_ASK;
        if (readme->commands[i].role == DO_ASK)
            reading->last_ask = (int) i + 1;
    }
    if (asks != 1)
        reading->last_ask = 0;
    return 0;
}

static int take_link(struct readme *readme, const char *url, int line, struct error *error)
{
    struct readme_claim claim = { .kind = CLAIM_FILE, .line = line, .text = url, .target = url };

    if (!url || !*url || !strncmp(url, "//", 2) || readme_has(readme, WORD_URL, url, strlen(url)))
        return 0;
    if (*url == '#')
        claim.kind = CLAIM_ANCHOR;
    if (strcmp(url, "#") == 0)
        return 0;
    return readme_add_claim(readme, &claim, error);
}

/* ---- Walking --------------------------------------------------------------------------------- */

static int put(struct reading *reading, const char *before, const char *text, const char *after,
               struct error *error)
{
    if (buffer_puts(&reading->text, before) < 0 ||
        buffer_puts(&reading->text, text ? text : "") < 0 || buffer_puts(&reading->text, after) < 0)
        return no_memory(error);
    return 0;
}

static int begin_text(struct reading *reading, int line, struct error *error)
{
    buffer_clear(&reading->text);
    reading->text_line = line;
    return put(reading, "", "", "", error);
}

/* The line in which the text at hand has come to. */
static int line_now(const struct reading *reading)
{
    int line = reading->text_line;

    for (size_t i = 0; i < reading->text.size; i++)
        line += reading->text.data[i] == '\n';
    return line;
}

static int enter_inline(struct reading *reading, cmark_node *node, cmark_node_type type,
                        struct error *error)
{
    const char *literal = cmark_node_get_literal(node);

    if (type == CMARK_NODE_TEXT)
        return put(reading, "", literal, "", error);
    if (type == CMARK_NODE_CODE)
        return put(reading, "`", literal, "`", error);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
        return put(reading, "", "\n", "", error);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
        return take_link(reading->readme, cmark_node_get_url(node), line_now(reading), error);
    if (type == CMARK_NODE_HTML_INLINE && literal &&
        readme_add_html_anchors(reading->readme, literal) < 0)
        return no_memory(error);
    return 0;
}

static int enter(struct reading *reading, cmark_node *node, struct error *error)
{
    cmark_node_type type = cmark_node_get_type(node);
    const char *name = cmark_node_get_type_string(node);
    int line = cmark_node_get_start_line(node);

    if (type == CMARK_NODE_CODE_BLOCK)
        return take_code(reading, node, error);
    if (type == CMARK_NODE_HTML_BLOCK) {
        const char *literal = cmark_node_get_literal(node);
        return literal && readme_add_html_anchors(reading->readme, literal) < 0 ? no_memory(error)
                                                                                : 0;
    }
    if (!strcmp(name, "table"))
        reading->in_table = true;
    if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || !strcmp(name, "table_row") ||
        !strcmp(name, "table_header"))
        return begin_text(reading, line, error);
    if (!strcmp(name, "table_cell"))
        return put(reading, " | ", "", "", error);
    return enter_inline(reading, node, type, error);
}

static int leave(struct reading *reading, cmark_node *node, struct error *error)
{
    cmark_node_type type = cmark_node_get_type(node);
    const char *name = cmark_node_get_type_string(node);

    if (type == CMARK_NODE_HEADING) {
        reading->last_ask = reading->shown = 0;
        return end_heading(reading, cmark_node_get_heading_level(node), error);
    }
    if (!strcmp(name, "table"))
        reading->in_table = false;
    if (!strcmp(name, "table_header"))
        return end_header(reading);
    if (type == CMARK_NODE_PARAGRAPH || !strcmp(name, "table_row"))
        return end_text(reading, error);
    return 0;
}

static int walk(struct reading *reading, cmark_node *document, struct error *error)
{
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    int status = 0;

    while (status == 0 && (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        status =
            event == CMARK_EVENT_ENTER ? enter(reading, node, error) : leave(reading, node, error);
    }
    cmark_iter_free(iterator);
    return status;
}

/* ---- The text -------------------------------------------------------------------------------- */

/* Marks of quotes and lists at the beginning of a line. */
static size_t count_marks(const char *line, size_t size)
{
    size_t marks = 0;

    for (size_t i = 0; i < size && line[i] && strchr("> \t-+*", line[i]); i++)
        marks += line[i] != ' ' && line[i] != '\t';
    return marks;
}

/* Copies the text without what would make parsing slow: the ends of long lines, and lines of marks
 * for quotes and lists alone. Lines keep their numbers. */
static int bound_text(struct readme *readme, const char *text, size_t size, struct buffer *out)
{
    for (size_t at = 0; at < size;) {
        const char *end = memchr(text + at, '\n', size - at);
        size_t length = end ? (size_t) (end - text) - at : size - at;
        size_t taken = length < LINE_BYTES ? length : LINE_BYTES;
        size_t marks = count_marks(text + at, taken);
        bool rule = marks > 0 && strspn(text + at, "-* \t") >= taken;
        if (marks > NESTING && !rule)
            taken = 0;
        readme->cut |= taken < length;
        if (buffer_append(out, text + at, taken) < 0 || buffer_append(out, "\n", 1) < 0)
            return -ENOMEM;
        at += length + 1;
    }
    return buffer_puts(out, "");
}

static int parse(struct reading *reading, const char *text, size_t size, struct error *error)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_syntax_extension *tables = cmark_find_syntax_extension("table");
    int status = 0;

    if (tables)
        cmark_parser_attach_syntax_extension(parser, tables);
    status = readme_outline_begin(&reading->outline, error);
    cmark_parser_feed(parser, text, size);
    cmark_node *document = cmark_parser_finish(parser);
    if (status == 0)
        status = document ? walk(reading, document, error) : no_memory(error);
    if (status == 0)
        readme_settle_sections(reading->readme, &reading->outline);
    if (document)
        cmark_node_free(document);
    cmark_parser_free(parser);
    readme_outline_end(&reading->outline);
    buffer_clear(&reading->text);
    return status;
}

int readme_parse(const char *file, const char *text, size_t size, struct readme **ret,
                 struct error *error)
{
    AUTO_BUFFER struct buffer bounded = { 0 };
    struct arena *arena = arena_new();
    struct readme *readme = arena ? arena_alloc(arena, sizeof(*readme)) : NULL;
    AUTO_FREE struct reading *reading = calloc(1, sizeof(*reading));

    if (!readme || !reading) {
        arena_free(arena);
        return no_memory(error);
    }
    readme->arena = arena;
    readme->cut = size > README_BYTES;
    reading->readme = readme;
    reading->before_first = true;
    int status = bound_text(readme, text, size > README_BYTES ? README_BYTES : size, &bounded);
    readme->file = arena_strdup(arena, file);
    readme->text = arena_strndup(arena, bounded.data ? bounded.data : "", bounded.size);
    readme->size = readme->text ? strlen(readme->text) : 0;
    if (status < 0 || !readme->file || !readme->text)
        status = no_memory(error);
    if (status == 0)
        status = parse(reading, bounded.data, bounded.size, error);
    if (status == 0)
        status = readme_take_commands(readme, error);
    if (status < 0)
        readme_free(readme);
    else
        *ret = readme;
    return status;
}

void readme_free(struct readme *readme)
{
    if (!readme)
        return;
    free(readme->commands);
    free(readme->claims);
    free(readme->routes);
    readme_end_documents(readme);
    free(readme->anchors);
    for (int i = 0; i < README_WORDS; i++)
        pattern_free(readme->patterns[i]);
    arena_free(readme->arena);
}

/* ---- The file -------------------------------------------------------------------------------- */

static bool enters_nothing(const char *name)
{
    (void) name;
    return false;
}

static bool is_readme(const char *path)
{
    static const char *const names[] = { "readme.md",  "readme",     "readme.markdown",
                                         "readme.txt", "readme.rst", "readme.mkd" };

    for (size_t i = 0; i < COUNT(names); i++)
        if (strcasecmp(path, names[i]) == 0)
            return true;
    return false;
}

/* Where there are several, Markdown is the one that is shown. */
static const struct source *choose(const struct sources *sources)
{
    const struct source *best = NULL;

    for (size_t i = 0; i < sources->count; i++) {
        const struct source *source = &sources->items[i];
        if (!best || (strcasecmp(source->path, "readme.md") == 0 &&
                      strcasecmp(best->path, "readme.md") != 0))
            best = source;
    }
    return best;
}

int readme_read(const char *directory, struct readme **ret, struct error *error)
{
    const struct sources_wanted wanted = { enters_nothing, is_readme, 8, 8 * README_BYTES + 8,
                                           README_BYTES };
    struct sources *sources = NULL;
    struct readme *readme = NULL;
    int status = sources_read(directory, &wanted, &sources, error);

    if (status < 0)
        return status;
    const struct source *source = choose(sources);
    if (source)
        status = readme_parse(source->path, source->text, source->size, &readme, error);
    if (status == 0 && readme)
        status = readme_compare(readme, directory, error);
    sources_free(sources);
    if (status < 0)
        readme_free(readme);
    else
        *ret = readme;
    return status;
}
