/*
 * Theory of operation: one walk over a source's tree. At each node its roles (mutant_table.c) say
 * what may be changed there; what concerns everything below a node (texts of errors, numbers of
 * types) goes down with the walk, an entry a level, so that a site costs the same however deep it
 * is. Nothing is looked for inside what could not be parsed.
 *
 * A site that cannot be told apart from another gives one mutant only: `if (!(a == b))` by negating
 * is the same as `a != b` by its operator, so that the condition is not negated there.
 */

#include "judge/review/mutant_finder.h"

#include "judge/base/text.h"

#include <stdlib.h>
#include <string.h>

#define LINE_SHOWN 120
#define PER_SOURCE 20000

/* ---- Adding -------------------------------------------------------------------------------------
 */

/* The first line of a text that begins inside a line, or not: fit to show, in `arena`. */
static const char *one_line(struct arena *arena, bool inside, const char *text, size_t size)
{
    while (size > 0 && strchr(" \t\r", text[0]) && text[0]) {
        text++;
        size--;
    }
    const char *end = memchr(text, '\n', size);
    size_t length = end ? (size_t) (end - text) : size;
    bool cut = length > LINE_SHOWN;
    char *line = arena_printf(arena, "%s%.*s%s", inside ? "…" : "",
                              (int) (cut ? LINE_SHOWN : length), text, cut || end ? "…" : "");

    if (line)
        text_line(line);
    return line;
}

/* The line of a site as it was, then with what is shown of the replacement. */
static int show(struct finder *finder, struct mutant *mutant, const char *shown)
{
    struct arena *arena = finder->mutants->arena;
    size_t begin = mutant->start, end = mutant->end;
    AUTO_BUFFER struct buffer after = { 0 };

    while (begin > 0 && finder->text[begin - 1] != '\n' && mutant->start - begin < LINE_SHOWN / 2)
        begin--;
    while (end < finder->size && finder->text[end] != '\n' && end - mutant->end < 2 * LINE_SHOWN)
        end++;
    size_t line_end = mutant->end > mutant->start ? mutant->start : mutant->end;
    while (line_end < finder->size && finder->text[line_end] != '\n' &&
           line_end - mutant->start < 2 * LINE_SHOWN)
        line_end++;
    bool inside = begin > 0 && finder->text[begin - 1] != '\n';
    mutant->before = one_line(arena, inside, finder->text + begin, line_end - begin);
    if (buffer_append(&after, finder->text + begin, mutant->start - begin) < 0 ||
        buffer_puts(&after, shown) < 0 ||
        buffer_append(&after, finder->text + mutant->end, end - mutant->end) < 0)
        return -ENOMEM;
    mutant->after = one_line(arena, inside, after.data, after.size);
    if (mutant->after && !mutant->after[strspn(mutant->after, "; ")])
        mutant->after = "(left out)";
    return mutant->before && mutant->after ? 0 : -ENOMEM;
}

void finder_emit(struct finder *finder, enum mutant_kind kind, struct syntax_node node,
                 size_t start, size_t end, const char *replacement, const char *shown)
{
    struct mutants *mutants = finder->mutants;
    struct mutant mutant = { .path = finder->path,
                             .language = finder->language,
                             .kind = kind,
                             .line = syntax_line(node),
                             .column = syntax_column(node),
                             .start = start,
                             .end = end };

    if (finder->failed || syntax_has_error(node) || end > finder->size || start > end)
        return;
    mutants->bytes += strlen(replacement);
    if (mutants->count >= MUTANT_MOST || mutants->bytes > MUTANT_BYTES) {
        mutants->cut = true;
        return;
    }
    mutant.replacement = arena_strdup(mutants->arena, replacement);
    if (!mutant.replacement || show(finder, &mutant, shown ? shown : replacement) < 0 ||
        array_reserve((void **) &mutants->items, mutants->count, &mutants->capacity,
                      sizeof(*mutants->items)) < 0) {
        finder->failed = -ENOMEM;
        return;
    }
    mutants->items[mutants->count++] = mutant;
}

void finder_emit_around(struct finder *finder, enum mutant_kind kind, struct syntax_node node,
                        const char *before, struct syntax_node kept, const char *after,
                        const char *shown)
{
    AUTO_BUFFER struct buffer buffer = { 0 };
    size_t size = 0;
    const char *text = syntax_text(finder->syntax, kept, &size);

    if (buffer_puts(&buffer, before) < 0 || buffer_append(&buffer, text, size) < 0 ||
        buffer_puts(&buffer, after) < 0) {
        finder->failed = -ENOMEM;
        return;
    }
    /* Texts with a NUL are no sources of any language. */
    if (strlen(buffer.data) == buffer.size)
        finder_emit(finder, kind, node, syntax_start(node), syntax_end(node), buffer.data, shown);
}

/* ---- Looking ------------------------------------------------------------------------------------
 */

unsigned finder_roles(const struct finder *finder, struct syntax_node node)
{
    return mutant_roles(finder->language, syntax_type(node));
}

struct syntax_node finder_function(const struct finder *finder)
{
    size_t depth = finder->function[finder->depth];

    return depth ? syntax_walk_ancestor(finder->walk, finder->depth - depth)
                 : (struct syntax_node){ 0 };
}

struct syntax_node finder_unwrap(struct syntax_node node)
{
    for (int i = 0; i < 16; i++) {
        if (syntax_is(node, "parenthesized_expression"))
            node = syntax_named(node, 0);
        else if (syntax_is(node, "condition_clause") && syntax_named_count(node) == 1)
            node = syntax_field(node, "value");
        else
            break;
    }
    return node;
}

/* The operand of a negation, none where the node is another operation. */
static struct syntax_node negated(const struct finder *finder, struct syntax_node node)
{
    if (!(finder_roles(finder, node) & ROLE_NOT))
        return (struct syntax_node){ 0 };
    if (!syntax_is(syntax_child(node, 0), "!") && !syntax_is(syntax_child(node, 0), "not"))
        return (struct syntax_node){ 0 };
    return syntax_child(node, syntax_child_count(node) - 1);
}

static bool is_truth(const struct finder *finder, struct syntax_node node)
{
    return finder_roles(finder, node) & ROLE_TRUTH &&
           (syntax_text_is(finder->syntax, node, "true") ||
            syntax_text_is(finder->syntax, node, "false") ||
            syntax_text_is(finder->syntax, node, "True") ||
            syntax_text_is(finder->syntax, node, "False"));
}

bool finder_has_opposite(const struct finder *finder, struct syntax_node node)
{
    static const char *const opposites[] = { "==", "!=",     "===", "!==",
                                             "is", "is not", "in",  "not in" };

    if (is_truth(finder, node) || !syntax_is_none(negated(finder, node)))
        return true;
    if (!(finder_roles(finder, node) & ROLE_OPERATORS) || syntax_child_count(node) != 3)
        return false;
    for (size_t i = 0; i < COUNT(opposites); i++) {
        if (syntax_is(syntax_child(node, 1), opposites[i]))
            return true;
    }
    return false;
}

/* ---- Conditions ---------------------------------------------------------------------------------
 */

/* Names that a condition binds are gone where it is negated. */
static bool binds_names(const struct finder *finder, struct syntax_node condition)
{
    static const char *const binding[] = { "let_condition", "let_chain", "declaration",
                                           "instanceof_expression", "is_expression" };
    size_t size = 0;
    const char *text = syntax_text(finder->syntax, condition, &size);

    for (size_t i = 0; i < COUNT(binding); i++) {
        if (syntax_is(condition, binding[i]))
            return true;
    }
    return finder->language == SYNTAX_JAVA && memmem(text, size, "instanceof", 10);
}

static void try_negation(struct finder *finder, struct syntax_node node, unsigned roles)
{
    struct syntax_node condition = syntax_field(node, "condition");

    if (syntax_is(node, "conditional_expression") && finder->language == SYNTAX_PYTHON)
        condition = syntax_named(node, 1);
    else if (syntax_is(node, "if_clause"))
        condition = syntax_named(node, 0);
    if (syntax_is(condition, "condition_clause") && syntax_named_count(condition) != 1)
        return;
    condition = finder_unwrap(condition);
    if (syntax_is_none(condition) || finder_has_opposite(finder, condition) ||
        binds_names(finder, condition))
        return;
    if (roles & ROLE_LOOP && finder_roles(finder, condition) & ROLE_NUMBER)
        return;
    finder_emit_around(finder, MUTANT_CONDITION, condition,
                       finder->language == SYNTAX_PYTHON ? "not (" : "!(", condition, ")", NULL);
}

static void try_not(struct finder *finder, struct syntax_node node)
{
    struct syntax_node operand = negated(finder, node);

    if (!syntax_is_none(operand) && syntax_is_none(negated(finder, operand)))
        finder_emit_around(finder, MUTANT_CONDITION, node, "", operand, "", NULL);
}

/* ---- Going through ------------------------------------------------------------------------------
 */

/* What stands before the arguments of a call, or names what is made. */
static const char *callee_of(const struct finder *finder, struct syntax_node call, size_t *ret_size)
{
    static const char *const fields[] = { "function", "macro", "constructor", "type", "name" };
    struct syntax_node callee = { 0 };

    for (size_t i = 0; i < COUNT(fields) && syntax_is_none(callee); i++)
        callee = syntax_field(call, fields[i]);
    if (syntax_is_none(callee))
        callee = syntax_named(call, 0);
    struct syntax_node object = syntax_field(call, "object");
    size_t start = syntax_start(syntax_is_none(object) ? callee : object);

    syntax_text(finder->syntax, callee, ret_size);
    size_t end = syntax_start(callee) + *ret_size;
    *ret_size = end > start ? end - start : 0;
    return finder->text + start;
}

static enum mutant_call call_of(const struct finder *finder, struct syntax_node call)
{
    size_t size = 0;
    const char *callee = callee_of(finder, call, &size);

    return mutant_call(finder->language, callee, size);
}

/* Whether an expression, or a call somewhere in front of it, may be left out as a statement. */
static bool may_be_left_out(const struct finder *finder, struct syntax_node expression)
{
    unsigned roles = finder_roles(finder, expression);

    for (int i = 0; i < 4 && roles & ROLE_WRAP; i++) {
        expression = syntax_named(expression, 0);
        roles = finder_roles(finder, expression);
    }
    if (roles & ROLE_CALL) {
        enum mutant_call call = call_of(finder, expression);
        return call == CALL_PLAIN || call == CALL_TIMED;
    }
    if (!(roles & ROLE_ASSIGN))
        return false;
    struct syntax_node left = syntax_field(expression, "left");
    size_t size = 0;
    const char *text = syntax_text(finder->syntax, left, &size);
    if (finder->language == SYNTAX_PYTHON && !syntax_is(expression, "augmented_assignment"))
        return !syntax_is_none(syntax_field(expression, "right")) &&
               (syntax_is(left, "attribute") || syntax_is(left, "subscript"));
    if (finder_is_script(finder))
        return !(size >= 7 && (memcmp(text, "module.", 7) == 0 || memcmp(text, "exports", 7) == 0));
    if (finder->language == SYNTAX_JAVA)
        return !syntax_is(finder_function(finder), "constructor_declaration");
    return !(size == 1 && *text == '_');
}

static void try_statement(struct finder *finder, struct syntax_node node, unsigned roles)
{
    struct syntax_node inner = roles & ROLE_STATEMENT ? syntax_named(node, 0) : node;

    if (roles & ROLE_DIRECT && !(roles & (ROLE_ASSIGN | ROLE_WRAP))) {
        finder_try_removal(finder, node);
        return;
    }
    if (may_be_left_out(finder, inner))
        finder_try_removal(finder, node);
}

/* In Kotlin a statement is an expression; it is one's value where it comes last. */
static bool is_kotlin_statement(struct finder *finder, struct syntax_node node,
                                struct syntax_node parent)
{
    if (finder->language != SYNTAX_KOTLIN || !syntax_is(parent, "block"))
        return false;
    /* Looked up once a block: reaching a node's last child takes as long as it has children. */
    struct syntax_node *block = &finder->block[finder->depth], *last = &finder->last[finder->depth];
    if (!syntax_same(*block, parent)) {
        *block = parent;
        *last = syntax_named(parent, syntax_named_count(parent) - 1);
    }
    return syntax_is(node, "assignment") || !syntax_same(*last, node) ||
           syntax_is(syntax_walk_ancestor(finder->walk, 2), "function_body");
}

/* What a node means for what is below it, besides its own sites. False: nothing below counts. */
static bool go_below(struct finder *finder, struct syntax_node node, unsigned roles)
{
    unsigned char *below = &finder->below[finder->depth];

    if (roles & ROLE_FUNCTION)
        finder->function[finder->depth] = (uint16_t) finder->depth;
    if (roles & ROLE_MESSAGE)
        *below |= BELOW_NO_STRINGS;
    if (roles & ROLE_FIXED)
        *below |= BELOW_NO_STRINGS | BELOW_NO_NUMBERS;
    if (!(roles & ROLE_CALL))
        return true;
    switch (call_of(finder, node)) {
    case CALL_SKIPPED:
        return false;
    case CALL_ERROR:
        *below |= BELOW_NO_STRINGS;
        return true;
    case CALL_TIMED:
        *below |= BELOW_NO_NUMBERS;
        return true;
    default:
        return true;
    }
}

/* What is not for the program that is tested: Python's `if __name__ == …`, texts of documentation,
 * Rust's tests beside the code. */
static bool is_apart(struct finder *finder, struct syntax_node node, unsigned roles)
{
    size_t size = 0;
    const char *text = NULL;

    if (finder->language == SYNTAX_PYTHON && syntax_is(node, "if_statement")) {
        text = syntax_text(finder->syntax, syntax_field(node, "condition"), &size);
        return size > 8 && memcmp(text, "__name__", 8) == 0;
    }
    if (roles & ROLE_STATEMENT && syntax_child_count(node) <= 2 &&
        finder_roles(finder, syntax_named(node, 0)) & ROLE_STRING)
        return true;
    if (finder->language != SYNTAX_RUST)
        return false;
    if (syntax_is(node, "attribute_item")) {
        text = syntax_text(finder->syntax, node, &size);
        if (memmem(text, size, "(test", 5) || memmem(text, size, "[test]", 6) ||
            memmem(text, size, "::test", 6))
            finder->tested_depth = finder->depth;
    } else if (syntax_is_named(node) && !(roles & ROLE_SKIP) &&
               finder->tested_depth == finder->depth && finder->depth > 0) {
        finder->tested_depth = 0;
        return true;
    }
    return false;
}

static void look_at_constant(struct finder *finder, struct syntax_node node,
                             struct syntax_node parent, unsigned roles)
{
    unsigned below = finder->below[finder->depth];

    if (roles & ROLE_NUMBER && !(below & BELOW_NO_NUMBERS))
        finder_try_number(finder, node);
    if (roles & ROLE_STRING && !(below & BELOW_NO_STRINGS) &&
        !(syntax_is(parent, "concatenated_string") && !syntax_same(node, syntax_named(parent, 0))))
        finder_try_string(finder, node);
    if (roles & ROLE_TRUTH && !(below & BELOW_NO_NUMBERS))
        finder_try_truth(finder, node, parent);
}

/* One node; whether to go on below it. */
static bool visit(struct finder *finder, struct syntax_node node)
{
    struct syntax_node parent = syntax_walk_ancestor(finder->walk, 1);
    unsigned roles = finder_roles(finder, node);

    if (!syntax_is_named(node)) {
        if (finder_roles(finder, parent) & ROLE_OPERATORS)
            finder_try_operator(finder, node, parent);
        return false;
    }
    if (syntax_is(node, "ERROR") || is_apart(finder, node, roles) || roles & ROLE_SKIP ||
        !go_below(finder, node, roles))
        return false;
    if (roles & ROLE_CONDITION)
        try_negation(finder, node, roles);
    if (roles & ROLE_NOT)
        try_not(finder, node);
    if (roles & ROLE_RETURN)
        finder_try_return(finder, node);
    if (roles & ROLE_FUNCTION)
        finder_try_body(finder, node);
    if (finder->language == SYNTAX_KOTLIN ? is_kotlin_statement(finder, node, parent)
                                          : (roles & (ROLE_STATEMENT | ROLE_DIRECT)) != 0)
        try_statement(finder, node,
                      finder->language == SYNTAX_KOTLIN ? ROLE_DIRECT | ROLE_WRAP : roles);
    look_at_constant(finder, node, parent, roles);
    return true;
}

/* Takes over what the level above says. */
static void arrive(struct finder *finder)
{
    size_t depth = syntax_walk_depth(finder->walk);

    if (depth < finder->tested_depth)
        finder->tested_depth = 0;
    finder->depth = depth;
    finder->field[depth] = syntax_walk_field(finder->walk);
    finder->below[depth] = depth ? finder->below[depth - 1] : 0;
    finder->function[depth] = depth ? finder->function[depth - 1] : 0;
}

static int by_place(const void *left, const void *right)
{
    const struct mutant *one = left, *other = right;

    if (one->start != other->start)
        return one->start < other->start ? -1 : 1;
    if (one->end != other->end)
        return one->end < other->end ? -1 : 1;
    if (one->kind != other->kind)
        return one->kind < other->kind ? -1 : 1;
    return strcmp(one->replacement, other->replacement);
}

int mutant_walk(struct mutants *mutants, const char *path, const struct syntax *syntax,
                const char *text, size_t size, struct error *error)
{
    AUTO_FREE struct finder *finder = calloc(1, sizeof(*finder));
    struct syntax_node node = { 0 };
    size_t first = mutants->count;
    bool below = true;

    if (!finder)
        return error_set(error, -ENOMEM, "out of memory");
    finder->mutants = mutants;
    finder->syntax = syntax;
    finder->language = syntax_language(syntax);
    finder->path = path;
    finder->text = text;
    finder->size = size;
    int failed = finder_collect_names(finder, error);
    if (failed < 0)
        return failed;
    failed = syntax_walk_new(syntax_root(syntax), &finder->walk, error);
    if (failed < 0)
        return failed;
    while (!finder->failed && mutants->count - first < PER_SOURCE &&
           syntax_walk_next(finder->walk, below, &node)) {
        arrive(finder);
        below = visit(finder, node);
    }
    syntax_walk_free(finder->walk);
    if (finder->failed)
        return error_set(error, finder->failed, "out of memory");
    if (mutants->count > first)
        qsort(mutants->items + first, mutants->count - first, sizeof(*mutants->items), by_place);
    return 0;
}
