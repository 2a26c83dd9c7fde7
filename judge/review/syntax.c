/*
 * Theory of operation: tree-sitter parses any text, right or wrong, with a table for each language,
 * on stacks of its own in memory; a deeply nested source costs memory, not our stack. What could go
 * out of hand is bounded here: bytes before parsing, time while parsing (the parser asks every
 * hundred steps whether to go on), depth while walking. Runs in the judge's own process: nothing of
 * the source is executed.
 *
 * The parser is handed the text in pieces, since tree-sitter's own function for a whole text takes
 * no way to be stopped that is not deprecated. tree-sitter ends the process when malloc() fails:
 * with sources of at most SYNTAX_BYTES that takes a machine that is out of memory altogether.
 *
 * Nodes are handed out as values in a type of our own, so that tree-sitter's header is this
 * module's alone, and no part of the judge depends on its version.
 */

#include "judge/review/syntax.h"

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/review/syntax_internal.h"

#include <stdlib.h>
#include <time.h>

const TSLanguage *tree_sitter_python(void);
const TSLanguage *tree_sitter_go(void);
const TSLanguage *tree_sitter_java(void);
const TSLanguage *tree_sitter_javascript(void);
const TSLanguage *tree_sitter_typescript(void);
const TSLanguage *tree_sitter_tsx(void);
const TSLanguage *tree_sitter_rust(void);
const TSLanguage *tree_sitter_c(void);
const TSLanguage *tree_sitter_cpp(void);
const TSLanguage *tree_sitter_kotlin(void);

static const struct {
    const char *name;
    const TSLanguage *(*grammar)(void);
    const char *endings[7];
} languages[SYNTAX_LANGUAGES] = {
    [SYNTAX_PYTHON] = { "Python", tree_sitter_python, { "py" } },
    [SYNTAX_GO] = { "Go", tree_sitter_go, { "go" } },
    [SYNTAX_JAVA] = { "Java", tree_sitter_java, { "java" } },
    [SYNTAX_JAVASCRIPT] = { "JavaScript", tree_sitter_javascript, { "js", "mjs", "cjs", "jsx" } },
    [SYNTAX_TYPESCRIPT] = { "TypeScript", tree_sitter_typescript, { "ts", "mts", "cts" } },
    [SYNTAX_TSX] = { "TypeScript (JSX)", tree_sitter_tsx, { "tsx" } },
    [SYNTAX_RUST] = { "Rust", tree_sitter_rust, { "rs" } },
    [SYNTAX_C] = { "C", tree_sitter_c, { "c", "h" } },
    [SYNTAX_CPP] = { "C++", tree_sitter_cpp, { "cpp", "cc", "cxx", "hpp", "hh", "hxx" } },
    [SYNTAX_KOTLIN] = { "Kotlin", tree_sitter_kotlin, { "kt" } },
};

enum syntax_language syntax_language_of(const char *path)
{
    const char *ending = path_ending(path);

    for (int i = SYNTAX_NONE + 1; i < SYNTAX_LANGUAGES; i++) {
        for (const char *const *known = languages[i].endings; *known; known++) {
            if (strcmp(*known, ending) == 0)
                return (enum syntax_language) i;
        }
    }
    return SYNTAX_NONE;
}

static bool is_language(enum syntax_language language)
{
    return language > SYNTAX_NONE && language < SYNTAX_LANGUAGES;
}

const char *syntax_language_name(enum syntax_language language)
{
    return is_language(language) ? languages[language].name : "";
}

const TSLanguage *syntax_grammar(enum syntax_language language)
{
    return is_language(language) ? languages[language].grammar() : NULL;
}

/* ---- Parsing ------------------------------------------------------------------------------------
 */

static uint64_t now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t) now.tv_sec * 1000000000 + (uint64_t) now.tv_nsec;
}

struct syntax_deadline syntax_deadline_in(unsigned timeout_ms)
{
    return (struct syntax_deadline){ now_ns() + (uint64_t) timeout_ms * 1000000, false };
}

bool syntax_deadline_check(struct syntax_deadline *deadline)
{
    if (!deadline->missed)
        deadline->missed = now_ns() >= deadline->at_ns;
    return deadline->missed;
}

static bool is_parsing_late(TSParseState *state)
{
    return syntax_deadline_check(state->payload);
}

/* TSInput: the text from byte `at` on. */
static const char *read_text(void *payload, uint32_t at, TSPoint position, uint32_t *ret_size)
{
    const struct syntax *syntax = payload;

    (void) position;
    *ret_size = at < syntax->size ? (uint32_t) (syntax->size - at) : 0;
    return *ret_size ? syntax->text + at : "";
}

static int parse(struct syntax *syntax, unsigned timeout_ms, struct error *error)
{
    struct syntax_deadline deadline = syntax_deadline_in(timeout_ms);
    TSInput input = { .payload = syntax, .read = read_text, .encoding = TSInputEncodingUTF8 };
    TSParseOptions options = { .payload = &deadline, .progress_callback = is_parsing_late };
    TSParser *parser = ts_parser_new();

    if (!parser)
        return error_set(error, -ENOMEM, "out of memory");
    /* It fails where the grammar's version is not the core's: package-lock.json has them fit. */
    if (ts_parser_set_language(parser, syntax_grammar(syntax->language)))
        syntax->tree = ts_parser_parse_with_options(parser, NULL, input, options);
    ts_parser_delete(parser);
    if (deadline.missed)
        return error_set(error, -ETIMEDOUT, "not parsed within %u ms", timeout_ms);
    if (!syntax->tree)
        return error_set(error, -EIO, "the grammar of %s does not work",
                         languages[syntax->language].name);
    return 0;
}

int syntax_parse(enum syntax_language language, const char *text, size_t size, unsigned timeout_ms,
                 struct syntax **ret, struct error *error)
{
    if (!is_language(language))
        return error_set(error, -EINVAL, "sources of this language cannot be parsed");
    if (size > SYNTAX_BYTES)
        return error_set(error, -EFBIG, "%zu bytes are more than the %zu that are parsed", size,
                         SYNTAX_BYTES);
    struct syntax *syntax = memory_alloc(sizeof(*syntax));
    if (!syntax)
        return error_set(error, -ENOMEM, "out of memory");
    *syntax = (struct syntax){ .language = language, .text = text, .size = size };
    int failed = parse(syntax, timeout_ms, error);
    if (failed < 0) {
        syntax_free(syntax);
        return failed;
    }
    *ret = syntax;
    return 0;
}

void syntax_free(struct syntax *syntax)
{
    if (!syntax)
        return;
    ts_tree_delete(syntax->tree);
    free(syntax);
}

enum syntax_language syntax_language(const struct syntax *syntax)
{
    return syntax->language;
}

/* ---- Nodes --------------------------------------------------------------------------------------
 */

struct syntax_node syntax_root(const struct syntax *syntax)
{
    return syntax_wrap(ts_tree_root_node(syntax->tree));
}

bool syntax_is_none(struct syntax_node node)
{
    return !node.id;
}

bool syntax_is_named(struct syntax_node node)
{
    return node.id && ts_node_is_named(syntax_unwrap(node));
}

bool syntax_has_error(struct syntax_node node)
{
    return node.id && ts_node_has_error(syntax_unwrap(node));
}

const char *syntax_type(struct syntax_node node)
{
    return node.id ? ts_node_type(syntax_unwrap(node)) : "";
}

bool syntax_is(struct syntax_node node, const char *type)
{
    return strcmp(syntax_type(node), type) == 0;
}

bool syntax_same(struct syntax_node one, struct syntax_node other)
{
    return one.id == other.id && one.tree == other.tree;
}

size_t syntax_start(struct syntax_node node)
{
    return node.id ? ts_node_start_byte(syntax_unwrap(node)) : 0;
}

size_t syntax_end(struct syntax_node node)
{
    return node.id ? ts_node_end_byte(syntax_unwrap(node)) : 0;
}

unsigned syntax_line(struct syntax_node node)
{
    return node.id ? ts_node_start_point(syntax_unwrap(node)).row + 1 : 0;
}

unsigned syntax_column(struct syntax_node node)
{
    return node.id ? ts_node_start_point(syntax_unwrap(node)).column + 1 : 0;
}

const char *syntax_text(const struct syntax *syntax, struct syntax_node node, size_t *ret_size)
{
    size_t start = syntax_start(node), end = syntax_end(node);

    end = end < syntax->size ? end : syntax->size;
    *ret_size = start < end ? end - start : 0;
    return *ret_size ? syntax->text + start : "";
}

bool syntax_text_is(const struct syntax *syntax, struct syntax_node node, const char *text)
{
    size_t size = 0;
    const char *found = syntax_text(syntax, node, &size);

    return size == strlen(text) && memcmp(found, text, size) == 0;
}

size_t syntax_child_count(struct syntax_node node)
{
    return node.id ? ts_node_child_count(syntax_unwrap(node)) : 0;
}

struct syntax_node syntax_child(struct syntax_node node, size_t index)
{
    if (index >= syntax_child_count(node))
        return (struct syntax_node){ 0 };
    return syntax_wrap(ts_node_child(syntax_unwrap(node), (uint32_t) index));
}

size_t syntax_named_count(struct syntax_node node)
{
    return node.id ? ts_node_named_child_count(syntax_unwrap(node)) : 0;
}

struct syntax_node syntax_named(struct syntax_node node, size_t index)
{
    if (index >= syntax_named_count(node))
        return (struct syntax_node){ 0 };
    return syntax_wrap(ts_node_named_child(syntax_unwrap(node), (uint32_t) index));
}

struct syntax_node syntax_field(struct syntax_node node, const char *field)
{
    if (!node.id)
        return node;
    return syntax_wrap(
        ts_node_child_by_field_name(syntax_unwrap(node), field, (uint32_t) strlen(field)));
}

struct syntax_node syntax_parent(struct syntax_node node)
{
    return node.id ? syntax_wrap(ts_node_parent(syntax_unwrap(node))) : node;
}

struct syntax_node syntax_at(const struct syntax *syntax, size_t start, size_t end)
{
    return syntax_wrap(ts_node_descendant_for_byte_range(ts_tree_root_node(syntax->tree),
                                                         (uint32_t) start, (uint32_t) end));
}

unsigned syntax_symbol(struct syntax_node node)
{
    return node.id ? ts_node_symbol(syntax_unwrap(node)) : 0;
}

unsigned syntax_symbol_count(enum syntax_language language)
{
    const TSLanguage *grammar = syntax_grammar(language);

    return grammar ? ts_language_symbol_count(grammar) : 0;
}

const char *syntax_symbol_name(enum syntax_language language, unsigned symbol)
{
    const TSLanguage *grammar = syntax_grammar(language);
    const char *name = grammar ? ts_language_symbol_name(grammar, (TSSymbol) symbol) : NULL;

    return name ? name : "";
}

/* ---- Walking ------------------------------------------------------------------------------------
 */

struct syntax_walk {
    TSTreeCursor cursor;
    struct syntax_node path[SYNTAX_DEPTH]; /* from where the walk began to the current node */
    size_t depth;
    bool started, cut;
};

int syntax_walk_new(struct syntax_node from, struct syntax_walk **ret, struct error *error)
{
    struct syntax_walk *walk = memory_alloc(sizeof(*walk));

    if (!walk)
        return error_set(error, -ENOMEM, "out of memory");
    walk->cursor = ts_tree_cursor_new(syntax_unwrap(from));
    walk->path[0] = from;
    walk->depth = 0;
    walk->started = walk->cut = false;
    *ret = walk;
    return 0;
}

void syntax_walk_free(struct syntax_walk *walk)
{
    if (!walk)
        return;
    ts_tree_cursor_delete(&walk->cursor);
    free(walk);
}

static bool go_down(struct syntax_walk *walk)
{
    if (walk->depth + 1 == SYNTAX_DEPTH) {
        walk->cut |= syntax_child_count(walk->path[walk->depth]) > 0;
        return false;
    }
    if (!ts_tree_cursor_goto_first_child(&walk->cursor))
        return false;
    walk->depth++;
    return true;
}

bool syntax_walk_next(struct syntax_walk *walk, bool enter, struct syntax_node *ret)
{
    if (walk->started && !(enter && go_down(walk))) {
        while (walk->depth > 0 && !ts_tree_cursor_goto_next_sibling(&walk->cursor)) {
            ts_tree_cursor_goto_parent(&walk->cursor);
            walk->depth--;
        }
        if (walk->depth == 0)
            return false;
    }
    walk->started = true;
    walk->path[walk->depth] = syntax_wrap(ts_tree_cursor_current_node(&walk->cursor));
    *ret = walk->path[walk->depth];
    return true;
}

size_t syntax_walk_depth(const struct syntax_walk *walk)
{
    return walk->depth;
}

const char *syntax_walk_field(const struct syntax_walk *walk)
{
    const char *name = ts_tree_cursor_current_field_name(&walk->cursor);

    return name ? name : "";
}

struct syntax_node syntax_walk_ancestor(const struct syntax_walk *walk, size_t up)
{
    return up <= walk->depth ? walk->path[walk->depth - up] : (struct syntax_node){ 0 };
}

bool syntax_walk_was_cut(const struct syntax_walk *walk)
{
    return walk->cut;
}
