/*
 * Theory of operation: the changes at operators and constants, and statements left out.
 *
 * Where a language tells text from numbers when it compiles, + becomes - only if something says
 * that it adds numbers: a number beside it, or a name that the source declares with a type of
 * numbers. Names are collected from the whole source without regard to scopes; one that is both is
 * neither.
 *
 * A statement is left out by never coming to it: `if (false) { … }`. In Go a name or an import that
 * nothing uses does not compile, in others it warns; and it is still there for the reader of the
 * mutant. Who is shown the mutant sees the line without it.
 */

#include "judge/review/mutant_finder.h"

#include <ctype.h>
#include <string.h>

/* ---- Names of numbers and texts -----------------------------------------------------------------
 */

static bool has_name(const struct name_set *set, const char *text, size_t size)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->items[i].size == size && memcmp(set->items[i].text, text, size) == 0)
            return true;
    }
    return false;
}

static void add_name(struct finder *finder, enum mutant_type type, struct syntax_node node)
{
    struct name_set *set = type == TYPE_NUMBER ? &finder->numbers : &finder->strings;
    size_t size = 0;
    const char *text = syntax_text(finder->syntax, node, &size);

    if (type == TYPE_OTHER || size == 0 || set->count == COUNT(set->items) ||
        has_name(set, text, size))
        return;
    set->items[set->count].text = text;
    set->items[set->count++].size = (uint32_t) size;
}

static bool is_identifier(struct syntax_node node)
{
    const char *type = syntax_type(node);
    size_t size = strlen(type);

    return size >= 10 && strcmp(type + size - 10, "identifier") == 0 &&
           strcmp(type, "type_identifier") != 0;
}

static enum mutant_type type_of_literal(const struct finder *finder, struct syntax_node node)
{
    unsigned roles = finder_roles(finder, node);

    return roles & ROLE_NUMBER ? TYPE_NUMBER : roles & ROLE_STRING ? TYPE_STRING : TYPE_OTHER;
}

/* Names in a declaration: its children, or one level below in a declarator. */
static void add_names(struct finder *finder, enum mutant_type type, struct syntax_node node)
{
    for (size_t i = 0; i < syntax_named_count(node) && i < 16; i++) {
        struct syntax_node child = syntax_named(node, i);
        struct syntax_node name = syntax_field(child, "name");

        if (syntax_is_none(name))
            name = syntax_field(child, "declarator");
        if (syntax_is_none(name))
            name = syntax_named(child, 0);
        if (is_identifier(child))
            add_name(finder, type, child);
        else if (strstr(syntax_type(child), "declarat") && is_identifier(name))
            add_name(finder, type, name);
    }
}

static void collect(struct finder *finder, struct syntax_node node)
{
    struct syntax_node type = syntax_field(node, "type");
    size_t size = 0;

    if (syntax_is_none(type) && finder->language == SYNTAX_KOTLIN && syntax_named_count(node) <= 4)
        type = syntax_named(node, syntax_named_count(node) - 1);
    if (!syntax_is_none(type) && !is_identifier(type)) {
        const char *text = syntax_text(finder->syntax, type, &size);
        enum mutant_type known = mutant_type(text, size);
        if (known != TYPE_OTHER)
            add_names(finder, known, node);
    }
    if (syntax_is(node, "short_var_declaration")) {
        struct syntax_node left = syntax_field(node, "left"), right = syntax_field(node, "right");

        for (size_t i = 0; i < syntax_named_count(left) && i < 8; i++)
            add_name(finder, type_of_literal(finder, syntax_named(right, i)),
                     syntax_named(left, i));
    } else if (syntax_is(node, "let_declaration") || syntax_is(node, "variable_declarator")) {
        struct syntax_node name = syntax_field(node, "name");

        add_name(finder, type_of_literal(finder, syntax_field(node, "value")),
                 syntax_is_none(name) ? syntax_field(node, "pattern") : name);
    }
}

int finder_collect_names(struct finder *finder, struct error *error)
{
    struct syntax_walk *walk = NULL;
    struct syntax_node node = { 0 };
    int failed = syntax_walk_new(syntax_root(finder->syntax), &walk, error);

    if (failed < 0)
        return failed;
    while (syntax_walk_next(walk, true, &node)) {
        if (syntax_is_named(node))
            collect(finder, node);
    }
    syntax_walk_free(walk);
    return 0;
}

/* ---- Operators ----------------------------------------------------------------------------------
 */

/* The last name of `a.b.c`, or the name itself. */
static struct syntax_node last_name(struct syntax_node node)
{
    for (int i = 0; i < 4 && !is_identifier(node) && syntax_named_count(node) > 0; i++) {
        if (!strstr(syntax_type(node), "member") && !strstr(syntax_type(node), "field") &&
            !strstr(syntax_type(node), "selector") && !strstr(syntax_type(node), "navigation"))
            break;
        node = syntax_named(node, syntax_named_count(node) - 1);
    }
    return node;
}

static enum mutant_type type_of_operand(const struct finder *finder, struct syntax_node node)
{
    size_t size = 0;

    node = finder_unwrap(node);
    /* a + b + c: the type is that of what is on the left. */
    for (int i = 0; i < 64 && finder_roles(finder, node) & ROLE_OPERATORS; i++) {
        struct syntax_node right = syntax_child(node, syntax_child_count(node) - 1);
        if (type_of_literal(finder, right) != TYPE_OTHER)
            return type_of_literal(finder, right);
        if (strchr("*/%", *syntax_type(syntax_child(node, 1))))
            return TYPE_NUMBER;
        node = finder_unwrap(syntax_child(node, 0));
    }
    if (type_of_literal(finder, node) != TYPE_OTHER)
        return type_of_literal(finder, node);
    if (syntax_is(node, "concatenated_string"))
        return TYPE_STRING;
    if (syntax_is(node, "call_expression") &&
        syntax_text_is(finder->syntax, syntax_field(node, "function"), "len"))
        return TYPE_NUMBER;
    const char *name = syntax_text(finder->syntax, last_name(node), &size);
    bool number = has_name(&finder->numbers, name, size);
    bool string = has_name(&finder->strings, name, size);
    if (number == string)
        return TYPE_OTHER;
    return number ? TYPE_NUMBER : TYPE_STRING;
}

/* Whether arithmetic between these operands can be exchanged for another. */
static bool fits(const struct finder *finder, struct syntax_node token, struct syntax_node left,
                 struct syntax_node right)
{
    enum mutant_type one = type_of_operand(finder, left), other = type_of_operand(finder, right);
    bool plus = *syntax_type(token) == '+';
    bool untyped = finder->language == SYNTAX_PYTHON || finder->language == SYNTAX_C ||
                   finder_is_script(finder);

    if (one == TYPE_STRING || other == TYPE_STRING || syntax_is(left, "list") ||
        syntax_is(right, "list"))
        return false;
    if (*syntax_type(token) == '*' && syntax_text_is(finder->syntax, right, "0"))
        return false;
    return !plus || untyped || one == TYPE_NUMBER || other == TYPE_NUMBER;
}

void finder_try_operator(struct finder *finder, struct syntax_node token, struct syntax_node parent)
{
    const struct mutant_operator *operator= mutant_operator(finder->language, syntax_type(token));
    const char *field = finder->depth ? finder->field[finder->depth - 1] : "";
    size_t count = syntax_child_count(parent);

    if (!operator)
        return;
    if (operator->kind == MUTANT_ARITHMETIC) {
        bool step = strcmp(operator->from, "++") == 0 ||
                    strcmp(operator->from, "--") == 0 || operator->from[1] == '=';
        /* Counting the other way in a loop's head mostly never ends. */
        if (step && (strcmp(field, "update") == 0 || strcmp(field, "increment") == 0))
            return;
        if (count < 2 || (count == 2 && !step))
            return;
        if (count > 2 &&
            !fits(finder, token, syntax_child(parent, 0), syntax_child(parent, count - 1)))
            return;
    }
    finder_emit(finder, operator->kind, token, syntax_start(token), syntax_end(token), operator->to,
                NULL);
}

/* ---- Constants ----------------------------------------------------------------------------------
 */

/* The largest values of types: one less instead of one more. */
static bool is_largest(unsigned long long value)
{
    static const unsigned long long largest[] = {
        127,
        255,
        32767,
        65535,
        2147483647ULL,
        4294967295ULL,
        9223372036854775807ULL,
        18446744073709551615ULL,
    };

    for (size_t i = 0; i < COUNT(largest); i++) {
        if (largest[i] == value)
            return true;
    }
    return false;
}

void finder_try_number(struct finder *finder, struct syntax_node node)
{
    size_t size = 0, at = 0;
    const char *text = syntax_text(finder->syntax, node, &size);
    unsigned long long value = 0;
    char next[24] = "";
    const char *field = finder->field[finder->depth];

    /* Rust's `pair.0`; a label of C's, which must be the only one. */
    if (strcmp(field, "field") == 0 ||
        syntax_is(syntax_walk_ancestor(finder->walk, 1), "case_statement"))
        return;
    for (; at < size && (isdigit((unsigned char) text[at]) || (text[at] == '_' && at > 0)); at++) {
        if (text[at] == '_')
            continue;
        if (__builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, (unsigned long long) (text[at] - '0'), &value))
            return;
    }
    /* Other bases than ten are left alone: masks and modes. */
    if (at == 0 || (text[0] == '0' && at < size && strchr("xXbBoO", text[at])) ||
        (text[0] == '0' && at > 1))
        return;
    snprintf(next, sizeof(next), "%llu", is_largest(value) ? value - 1 : value + 1);
    size_t start = syntax_start(node);
    finder_emit(finder, MUTANT_CONSTANT, node, start, start + at, next, NULL);
}

/* Another text by one more letter at its beginning: escapes, formats and what is put in stay whole.
 */
void finder_try_string(struct finder *finder, struct syntax_node node)
{
    size_t size = 0, at = 0;
    const char *text = syntax_text(finder->syntax, node, &size);

    while (at < size && at < 4 && (isalpha((unsigned char) text[at]) || text[at] == '#'))
        at++;
    if (at >= size || !strchr("\"'`", text[at]) || !text[at])
        return;
    bool triple = size - at >= 6 && text[at + 1] == text[at] && text[at + 2] == text[at];
    size_t start = syntax_start(node) + at + (triple ? 3 : 1);
    finder_emit(finder, MUTANT_CONSTANT, node, start, start, "X", NULL);
}

void finder_try_truth(struct finder *finder, struct syntax_node node, struct syntax_node parent)
{
    static const struct {
        const char *from, *to;
    } rows[] = {
        { "true", "false" }, { "false", "true" }, { "True", "False" }, { "False", "True" }
    };
    struct syntax_node holder =
        syntax_is(parent, "parenthesized_expression") || syntax_is(parent, "condition_clause")
            ? syntax_walk_ancestor(finder->walk, 2)
            : parent;

    /* A loop for ever that is none: what follows was not meant to be reached, or does not compile.
     */
    if (finder_roles(finder, holder) & ROLE_LOOP)
        return;
    for (size_t i = 0; i < COUNT(rows); i++) {
        if (syntax_text_is(finder->syntax, node, rows[i].from))
            finder_emit(finder, MUTANT_CONSTANT, node, syntax_start(node), syntax_end(node),
                        rows[i].to, NULL);
    }
}

/* ---- Statements ---------------------------------------------------------------------------------
 */

void finder_try_removal(struct finder *finder, struct syntax_node statement)
{
    static const struct {
        const char *before, *after;
    } dead[SYNTAX_LANGUAGES] = {
        [SYNTAX_GO] = { "if false { ", " }" },         [SYNTAX_RUST] = { "if false { ", " }" },
        [SYNTAX_JAVA] = { "{ if (false) { ", " } }" }, [SYNTAX_C] = { "if (0) { ", " }" },
        [SYNTAX_CPP] = { "if (false) { ", " }" },      [SYNTAX_KOTLIN] = { "if (false) { ", " }" },
    };
    const char *field = finder->depth ? finder->field[finder->depth] : "";

    /* The head of a loop takes no statement. */
    if (strcmp(field, "update") == 0 || strcmp(field, "initializer") == 0 ||
        strcmp(field, "increment") == 0 || strcmp(field, "condition") == 0)
        return;
    size_t start = syntax_start(statement), end = syntax_end(statement);
    if (finder->language == SYNTAX_PYTHON)
        finder_emit(finder, MUTANT_STATEMENT, statement, start, end, "pass", NULL);
    else if (finder_is_script(finder))
        finder_emit(finder, MUTANT_STATEMENT, statement, start, end, ";", NULL);
    else
        finder_emit_around(finder, MUTANT_STATEMENT, statement, dead[finder->language].before,
                           statement, dead[finder->language].after, "");
}
