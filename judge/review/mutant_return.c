/*
 * Theory of operation: a function returns something else. Languages without types of their own for
 * that return None or undefined. In the others the type that the function declares decides: zero,
 * an empty text, nil, or, of a truth value, its opposite; what the types of a source cannot tell
 * (inferred ones, a library's) is left alone, but in Go, where *new(T) is the zero of every type,
 * in C++, where {} mostly is, and in C, where (T){0} is.
 *
 * In Go a variable that nothing uses does not compile, so that the old value is still computed and
 * handed to a function that returns the zero: `return func(...interface{}) int { return 0 }(x)`.
 * What is shown is `return 0`. In Go each of several results is changed alone.
 */

#include "judge/review/mutant_finder.h"

#include <stdio.h>
#include <string.h>

#define RESULTS 8
#define TYPE_BYTES 200

struct result {
    char type[TYPE_BYTES]; /* "" where it is not known */
};

static void copy_text(const struct finder *finder, struct syntax_node node, struct result *ret)
{
    size_t size = 0;
    const char *text = syntax_text(finder->syntax, node, &size);

    ret->type[0] = '\0';
    if (size < sizeof(ret->type) && !memchr(text, '\0', size)) {
        memcpy(ret->type, text, size);
        ret->type[size] = '\0';
    }
}

/* The zero of a type into `zero`; false where none is known. */
static bool zero_of(const struct finder *finder, const char *type, char *zero, size_t size)
{
    const char *known = mutant_zero(finder->language, type, strlen(type));

    if (known)
        snprintf(zero, size, "%s", known);
    else if (finder->language == SYNTAX_GO && type[0] == '*')
        snprintf(zero, size, "nil");
    else if (finder->language == SYNTAX_GO)
        snprintf(zero, size, "*new(%s)", type);
    else if (finder->language == SYNTAX_C && strcmp(type, "void") != 0)
        snprintf(zero, size, "(%s){ 0 }", type);
    else
        return false;
    return true;
}

/* ---- The types that a function returns ----------------------------------------------------------
 */

static size_t results_of_go(const struct finder *finder, struct syntax_node function,
                            struct result *results)
{
    struct syntax_node list = syntax_field(function, "result");
    size_t count = 0;

    if (!syntax_is(list, "parameter_list")) {
        copy_text(finder, list, &results[0]);
        return syntax_is_none(list) ? 0 : 1;
    }
    for (size_t i = 0; i < syntax_named_count(list); i++) {
        struct syntax_node parameter = syntax_named(list, i);
        struct syntax_node type = syntax_field(parameter, "type");
        /* (a, b int): the names, then the type. */
        size_t names = syntax_named_count(parameter) > 1 ? syntax_named_count(parameter) - 1 : 1;

        for (; names > 0; names--) {
            if (count == RESULTS)
                return 0;
            copy_text(finder, type, &results[count++]);
        }
    }
    return count;
}

static void result_of_c(const struct finder *finder, struct syntax_node function,
                        struct result *ret)
{
    struct syntax_node declarator = syntax_field(function, "declarator");

    ret->type[0] = '\0';
    if (syntax_is(declarator, "pointer_declarator"))
        snprintf(ret->type, sizeof(ret->type), "int"); /* whose 0 is the null pointer, too */
    else if (syntax_is(declarator, "function_declarator") &&
             syntax_is_none(syntax_named(declarator, 2)))
        copy_text(finder, syntax_field(function, "type"), ret);
}

static void result_of_kotlin(const struct finder *finder, struct syntax_node function,
                             struct result *ret)
{
    ret->type[0] = '\0';
    for (size_t i = 0; i < syntax_named_count(function); i++) {
        struct syntax_node child = syntax_named(function, i);
        if (syntax_is(child, "nullable_type"))
            snprintf(ret->type, sizeof(ret->type), "?");
        else if (syntax_is(child, "user_type"))
            copy_text(finder, child, ret);
    }
}

static size_t results_of(const struct finder *finder, struct syntax_node function,
                         struct result *results)
{
    results[0].type[0] = '\0';
    switch (finder->language) {
    case SYNTAX_GO:
        return results_of_go(finder, function, results);
    case SYNTAX_JAVA:
        if (syntax_is(function, "method_declaration"))
            copy_text(finder, syntax_field(function, "type"), &results[0]);
        break;
    case SYNTAX_RUST:
        if (syntax_is(function, "function_item"))
            copy_text(finder, syntax_field(function, "return_type"), &results[0]);
        break;
    case SYNTAX_C:
    case SYNTAX_CPP:
        if (syntax_is(function, "function_definition"))
            result_of_c(finder, function, &results[0]);
        break;
    case SYNTAX_KOTLIN:
        if (syntax_is(function, "function_declaration"))
            result_of_kotlin(finder, function, &results[0]);
        break;
    default:
        break;
    }
    return results[0].type[0] ? 1 : 0;
}

/* ---- Changing -----------------------------------------------------------------------------------
 */

/* Whether a value is as good as the zero already. */
static bool is_zero(const struct finder *finder, struct syntax_node value, const char *zero)
{
    static const char *const nothings[] = { "None",    "undefined", "null", "nil",
                                            "nullptr", "NULL",      "{}",   "0" };

    for (size_t i = 0; i < COUNT(nothings); i++) {
        if (syntax_text_is(finder->syntax, value, nothings[i]))
            return true;
    }
    return syntax_text_is(finder->syntax, value, zero);
}

static void replace_in_go(struct finder *finder, struct syntax_node value, const char *type,
                          const char *zero)
{
    char before[2 * TYPE_BYTES + 64];

    if (finder_roles(finder, value) & (ROLE_NUMBER | ROLE_STRING)) {
        finder_emit(finder, MUTANT_RETURN, value, syntax_start(value), syntax_end(value), zero,
                    NULL);
        return;
    }
    snprintf(before, sizeof(before), "func(...interface{}) %s { return %s }(", type, zero);
    finder_emit_around(finder, MUTANT_RETURN, value, before, value, ")", zero);
}

static void replace_typed(struct finder *finder, struct syntax_node value, const char *type)
{
    char zero[TYPE_BYTES + 16] = "";

    if (finder->language == SYNTAX_KOTLIN && strcmp(type, "?") == 0)
        snprintf(zero, sizeof(zero), "null");
    else if (!zero_of(finder, type, zero, sizeof(zero)))
        return;
    if (strcmp(zero, "!") == 0) {
        if (!finder_has_opposite(finder, finder_unwrap(value)))
            finder_emit_around(finder, MUTANT_RETURN, value, "!(", value, ")", NULL);
        return;
    }
    if (is_zero(finder, value, zero))
        return;
    if (finder->language == SYNTAX_GO)
        replace_in_go(finder, value, type, zero);
    else
        finder_emit(finder, MUTANT_RETURN, value, syntax_start(value), syntax_end(value), zero,
                    NULL);
}

static void replace_untyped(struct finder *finder, struct syntax_node value)
{
    bool python = finder->language == SYNTAX_PYTHON;

    if (finder_roles(finder, value) & ROLE_TRUTH || is_zero(finder, value, "None"))
        return;
    const char *nothing = python                                  ? "None"
                          : finder->language == SYNTAX_JAVASCRIPT ? "undefined"
                                                                  : "undefined as any";
    finder_emit(finder, MUTANT_RETURN, value, syntax_start(value), syntax_end(value), nothing,
                python ? NULL : "undefined");
}

void finder_try_return(struct finder *finder, struct syntax_node node)
{
    struct syntax_node value = syntax_named(node, 0);
    struct result results[RESULTS];

    if (syntax_is_none(value) || syntax_is(value, "comment"))
        return;
    if (finder->language == SYNTAX_PYTHON || finder_is_script(finder)) {
        replace_untyped(finder, value);
        return;
    }
    size_t count = results_of(finder, finder_function(finder), results);
    if (!syntax_is(value, "expression_list")) {
        if (count == 1)
            replace_typed(finder, value, results[0].type);
        return;
    }
    for (size_t i = 0; i < count && syntax_named_count(value) == count; i++)
        replace_typed(finder, syntax_named(value, i), results[i].type);
}

/* Whether a node at the end of a Rust function's body is the value that it returns. Branches have
 * values of their own, which are changed where they stand. */
static bool is_tail_value(struct syntax_node node)
{
    static const char *const values[] = {
        "call_expression",      "binary_expression",
        "unary_expression",     "identifier",
        "field_expression",     "integer_literal",
        "string_literal",       "float_literal",
        "index_expression",     "await_expression",
        "type_cast_expression", "try_expression",
        "struct_expression",    "scoped_identifier",
        "reference_expression", "parenthesized_expression",
    };

    for (size_t i = 0; i < COUNT(values); i++) {
        if (syntax_is(node, values[i]))
            return true;
    }
    return false;
}

void finder_try_body(struct finder *finder, struct syntax_node function)
{
    struct syntax_node body = syntax_field(function, "body");
    struct result results[RESULTS];

    if (syntax_is(function, "arrow_function") || syntax_is(function, "lambda")) {
        if (!syntax_is(body, "statement_block") && !syntax_is_none(body))
            replace_untyped(finder, body);
        return;
    }
    if (finder->language == SYNTAX_RUST && syntax_is(function, "function_item")) {
        struct syntax_node tail = syntax_named(body, syntax_named_count(body) - 1);
        if (is_tail_value(tail) && results_of(finder, function, results) == 1)
            replace_typed(finder, tail, results[0].type);
    }
    if (finder->language == SYNTAX_KOTLIN && syntax_is(function, "function_declaration")) {
        body = syntax_named(function, syntax_named_count(function) - 1);
        struct syntax_node value = syntax_named(body, 0);
        if (syntax_is(body, "function_body") && syntax_is(syntax_child(body, 0), "=") &&
            results_of(finder, function, results) == 1)
            replace_typed(finder, value, results[0].type);
    }
}
