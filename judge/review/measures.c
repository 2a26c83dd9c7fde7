/*
 * Theory of operation: one walk over a source's tree collects all that is counted. Beside each
 * level of the walk stands how deep it is nested and in which function it is, so that a node only
 * has to look at its parent's level. Whatever is a candidate's is bounded by the walk itself.
 *
 * An `else if` is found by the token: where an `else` is followed by an `if`, that one costs what
 * an `else` costs, and does not nest any deeper.
 */

#include "judge/review/measures.h"

#include "judge/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct level {
    unsigned nesting; /* as cognitive complexity counts it */
    unsigned depth;   /* of control structures */
    int function;     /* index, -1 for none */
    bool quiet;       /* below an import or a string: no tokens */
};

struct taking {
    struct arena *arena;
    const struct syntax *syntax;
    struct syntax_walk *walk;
    const char *text;
    size_t size;
    unsigned *roles;
    bool *code_lines; /* by line */
    size_t line_count;
    struct level levels[SYNTAX_DEPTH + 1];
    struct measures_source *to;
    size_t functions, comments, tokens, parts; /* capacities */
    struct measures_span *comment_list, *part_list;
    struct measures_function *function_list;
    struct measures_token *token_list;
};

static unsigned role_of(const struct taking *taking, struct syntax_node node)
{
    unsigned count = syntax_symbol_count(syntax_language(taking->syntax));
    unsigned symbol = syntax_symbol(node);

    return symbol < count ? taking->roles[symbol] : 0;
}

static int end_line(struct syntax_node node, const char *text, size_t size)
{
    size_t start = syntax_start(node), end = syntax_end(node);
    int line = (int) syntax_line(node);

    end = end < size ? end : size;
    while (end > start && text[end - 1] == '\n')
        end--;
    for (size_t i = start; i < end; i++)
        line += text[i] == '\n';
    return line;
}

static bool text_begins(const struct taking *taking, struct syntax_node node, const char *with)
{
    size_t size = 0, length = strlen(with);
    const char *text = syntax_text(taking->syntax, node, &size);

    return size >= length && memcmp(text, with, length) == 0;
}

/* ---- Functions ----------------------------------------------------------------------------------
 */

static struct syntax_node name_of(struct syntax_node node, struct syntax_node parent, bool lambda)
{
    struct syntax_node name = syntax_field(node, "name");

    if (syntax_is_none(name) && lambda) {
        static const char *const fields[] = { "name", "key", "left", "property" };
        for (size_t i = 0; i < COUNT(fields) && syntax_is_none(name); i++)
            name = syntax_field(parent, fields[i]);
    }
    if (!syntax_is_none(name))
        return name;
    name = syntax_field(node, "declarator");
    for (int i = 0; i < 8 && !syntax_is_none(syntax_field(name, "declarator")); i++)
        name = syntax_field(name, "declarator");
    return name;
}

/* An anonymous function that is given a name at once is as good as one with a name. */
static bool is_named_lambda(struct syntax_node parent)
{
    static const char *const types[] = { "variable_declarator", "pair", "assignment_expression",
                                         "public_field_definition", "field_definition" };

    for (size_t i = 0; i < COUNT(types); i++) {
        if (syntax_is(parent, types[i]))
            return true;
    }
    return false;
}

static int add_function(struct taking *taking, struct syntax_node node, struct syntax_node parent,
                        bool lambda)
{
    size_t count = taking->to->function_count, size = 0;
    struct syntax_node name = name_of(node, parent, lambda);
    const char *text = syntax_text(taking->syntax, name, &size);

    if (array_reserve((void **) &taking->function_list, count, &taking->functions,
                      sizeof(*taking->function_list)) < 0)
        return -ENOMEM;
    char *copy = arena_strndup(taking->arena, text, size < 80 ? size : 80);
    if (!copy)
        return -ENOMEM;
    text_line(copy);
    taking->function_list[count] = (struct measures_function){
        .name = copy,
        .line = (int) syntax_line(node),
        .end_line = end_line(node, taking->text, taking->size),
        .cyclomatic = 1,
        .parameters = UINT32_MAX,
    };
    taking->to->function_count++;
    return (int) count;
}

static bool is_no_parameter(const struct taking *taking, struct syntax_node node)
{
    static const char *const types[] = { "self_parameter", "keyword_separator",
                                         "positional_separator", "receiver_parameter" };

    for (size_t i = 0; i < COUNT(types); i++) {
        if (syntax_is(node, types[i]))
            return true;
    }
    return (role_of(taking, node) & MEASURES_COMMENT) ||
           syntax_text_is(taking->syntax, node, "self") ||
           syntax_text_is(taking->syntax, node, "cls") ||
           syntax_text_is(taking->syntax, node, "void");
}

static unsigned count_parameters(const struct taking *taking, struct syntax_node list)
{
    unsigned count = 0;
    bool go = syntax_language(taking->syntax) == SYNTAX_GO;
    size_t children = syntax_named_count(list);

    for (size_t i = 0; i < children && i < 1000; i++) {
        struct syntax_node child = syntax_named(list, i);
        unsigned names = 0;

        if (is_no_parameter(taking, child))
            continue;
        if (syntax_language(taking->syntax) == SYNTAX_KOTLIN && !syntax_is(child, "parameter"))
            continue;
        /* Go: `a, b int` are two. */
        for (size_t k = 0; go && k < syntax_named_count(child); k++)
            names += syntax_is(syntax_named(child, k), "identifier");
        count += names > 1 ? names : 1;
    }
    return count;
}

static void take_parameters(struct taking *taking, struct syntax_node node, int function)
{
    const char *field = syntax_walk_field(taking->walk);
    struct measures_function *to = function >= 0 ? &taking->function_list[function] : NULL;

    if (to && to->parameters == UINT32_MAX && strcmp(field, "receiver") != 0 &&
        strcmp(field, "result") != 0)
        to->parameters = count_parameters(taking, node);
}

/* ---- Complexity ---------------------------------------------------------------------------------
 */

static struct syntax_node sibling_behind(struct syntax_node parent, struct syntax_node node)
{
    size_t count = syntax_child_count(parent);

    for (size_t i = 0; i + 1 < count && i < 64; i++) {
        if (syntax_same(syntax_child(parent, i), node))
            return syntax_child(parent, i + 1);
    }
    return (struct syntax_node){ 0 };
}

static bool is_else_if(const struct taking *taking, struct syntax_node node)
{
    struct syntax_node parent = syntax_walk_ancestor(taking->walk, 1);
    size_t count = syntax_child_count(parent);

    if (syntax_is(parent, "else_clause"))
        return true;
    if (!(role_of(taking, parent) & MEASURES_IF))
        return false;
    for (size_t i = 1; i < count && i < 64; i++) {
        if (syntax_same(syntax_child(parent, i), node))
            return syntax_is(syntax_child(parent, i - 1), "else");
    }
    return false;
}

static bool is_default_case(const struct taking *taking, struct syntax_node node)
{
    return text_begins(taking, node, "default") || text_begins(taking, node, "else") ||
           text_begins(taking, node, "_ =>") || text_begins(taking, node, "case _:");
}

/* The operator of && and ||, in any language; none for another node. */
static const char *logic_of(struct syntax_node node)
{
    static const char *const words[] = { "&&", "||", "and", "or" };

    for (size_t i = 0; i < 3; i++) {
        for (size_t k = 0; k < COUNT(words); k++) {
            if (syntax_is(syntax_child(node, i), words[k]))
                return words[k];
        }
    }
    return "";
}

static void take_logic(struct taking *taking, struct syntax_node node, struct measures_function *to)
{
    const char *operator= logic_of(node);
    size_t up = 1;

    if (!*operator)
        return;
    while (syntax_is(syntax_walk_ancestor(taking->walk, up), "parenthesized_expression"))
        up++;
    to->cyclomatic++;
    if (strcmp(logic_of(syntax_walk_ancestor(taking->walk, up)), operator) != 0)
        to->cognitive++;
}

static void take_else(struct taking *taking, struct syntax_node node, struct measures_function *to)
{
    struct syntax_node parent = syntax_walk_ancestor(taking->walk, 1);
    struct syntax_node owner = syntax_walk_ancestor(taking->walk, 2);
    bool of_if = (role_of(taking, parent) & MEASURES_IF) ||
                 (syntax_is(parent, "else_clause") && (role_of(taking, owner) & MEASURES_IF));

    if (of_if && !(role_of(taking, sibling_behind(parent, node)) & MEASURES_IF))
        to->cognitive++;
}

/* Counts what the node is, and says how its children are nested. */
static void take_control(struct taking *taking, struct syntax_node node, unsigned role,
                         struct level *level)
{
    struct measures_function *to = &taking->function_list[level->function];
    bool nests = role & (MEASURES_IF | MEASURES_LOOP | MEASURES_SWITCH | MEASURES_CATCH);
    bool chained = (role & MEASURES_IF) && is_else_if(taking, node);

    if (role & (MEASURES_IF | MEASURES_LOOP | MEASURES_CATCH | MEASURES_TERNARY | MEASURES_ELIF))
        to->cyclomatic++;
    if ((role & MEASURES_CASE) && !is_default_case(taking, node))
        to->cyclomatic++;
    if (chained || (role & MEASURES_ELIF))
        to->cognitive++;
    else if (nests || (role & MEASURES_TERNARY))
        to->cognitive += 1 + level->nesting;
    if ((nests || (role & (MEASURES_TERNARY | MEASURES_LAMBDA))) && !chained)
        level->nesting++;
    if ((nests || (role & MEASURES_LAMBDA)) && !chained)
        level->depth++;
    to->nesting = level->depth > to->nesting ? level->depth : to->nesting;
    if ((role & MEASURES_JUMP) &&
        (syntax_named_count(node) > 0 && syntax_language(taking->syntax) != SYNTAX_RUST))
        to->cognitive++;
    if (role & MEASURES_ELSE)
        take_else(taking, node, to);
    if (role & MEASURES_LOGIC)
        take_logic(taking, node, to);
}

/* ---- Names and numbers --------------------------------------------------------------------------
 */

static bool says_nothing(const char *name, size_t size)
{
    static const char *const words[] = { "foo",    "bar",      "baz",       "qux",     "stuff",
                                         "thing",  "things",   "blah",      "asdf",    "qwerty",
                                         "dummy",  "whatever", "something", "dostuff", "do_stuff",
                                         "doit",   "do_it",    "mydata",    "my_data", "myvar",
                                         "my_var", "myfunc",   "my_func",   "mylist",  "my_list" };
    static const char *const counted[] = { "data",  "val", "value", "var",   "tmp",
                                           "temp",  "obj", "func",  "thing", "foo",
                                           "stuff", "arr", "str",   "num",   "res" };
    size_t letters = size;

    for (size_t i = 0; i < COUNT(words); i++) {
        if (strlen(words[i]) == size && strncasecmp(words[i], name, size) == 0)
            return true;
    }
    while (letters > 0 && isdigit((unsigned char) name[letters - 1]))
        letters--;
    for (size_t i = 0; letters < size && i < COUNT(counted); i++) {
        if (strlen(counted[i]) == letters && strncasecmp(counted[i], name, letters) == 0)
            return true;
    }
    return size >= 3 && strspn(name, "aA") >= size;
}

static void take_name(struct taking *taking, struct syntax_node node)
{
    static const char *const other[] = { "value",       "type", "right", "default",
                                         "return_type", "body", "size" };
    struct syntax_node parent = syntax_walk_ancestor(taking->walk, 1);
    const char *field = syntax_walk_field(taking->walk);
    size_t size = 0;

    if (syntax_is(parent, "expression_list"))
        parent = syntax_walk_ancestor(taking->walk, 2);
    if (!(role_of(taking, parent) & MEASURES_DECLARES))
        return;
    for (size_t i = 0; i < COUNT(other); i++) {
        if (strcmp(field, other[i]) == 0)
            return;
    }
    const char *name = syntax_text(taking->syntax, node, &size);
    taking->to->names++;
    taking->to->meaningless_names += says_nothing(name, size);
}

static bool is_usual(double number)
{
    static const double usual[] = { 16,    20,    24,    30,    31,   32,   36,   50,   60,
                                    64,    80,    90,    99,    100,  128,  180,  255,  256,
                                    360,   365,   512,   1000,  1024, 2048, 3600, 4096, 8192,
                                    10000, 65535, 65536, 86400, 1e5,  1e6,  1e9 };

    for (size_t i = 0; i < COUNT(usual); i++) {
        if (number == usual[i])
            return true;
    }
    /* Up to ten they are read as words; and the statuses of HTTP have names that all know. */
    return number <= 10 || (number >= 200 && number <= 206) || (number >= 300 && number <= 308) ||
           (number >= 400 && number <= 431) || (number >= 500 && number <= 504);
}

/* What is computed from a variable is no name for the numbers in it. */
static bool is_computed(struct syntax_node parent)
{
    size_t count = syntax_named_count(parent);

    if (!syntax_is(parent, "binary_expression") && !syntax_is(parent, "binary_operator") &&
        !syntax_is(parent, "comparison_operator"))
        return false;
    for (size_t i = 0; i < count && i < 4; i++) {
        if (syntax_is(syntax_named(parent, i), "identifier"))
            return true;
    }
    return false;
}

static void take_number(struct taking *taking, struct syntax_node node)
{
    char text[40];
    size_t size = 0, kept = 0;
    const char *from = syntax_text(taking->syntax, node, &size);

    if (!(role_of(taking, syntax_walk_ancestor(taking->walk, 1)) & MEASURES_USES_NUMBER))
        return;
    for (size_t up = 1; up <= 3; up++) {
        unsigned role = role_of(taking, syntax_walk_ancestor(taking->walk, up));
        if ((role & MEASURES_NAMES_NUMBER) &&
            !((role & MEASURES_DECLARES) && is_computed(syntax_walk_ancestor(taking->walk, 1))))
            return;
    }
    for (size_t i = 0; i < size && kept + 1 < sizeof(text); i++) {
        if (from[i] != '_' && from[i] != '\'')
            text[kept++] = from[i];
    }
    text[kept] = '\0';
    taking->to->magic_numbers += !is_usual(strtod(text, NULL));
}

/* ---- Tokens, lines, comments --------------------------------------------------------------------
 */

static uint64_t hash_bytes(uint64_t hash, const char *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char) data[i]) * 0x100000001b3u;
    return hash;
}

static int add_span(struct measures_span **list, size_t *count, size_t *capacity, size_t start,
                    size_t end, int line)
{
    if (array_reserve((void **) list, *count, capacity, sizeof(**list)) < 0)
        return -ENOMEM;
    (*list)[(*count)++] = (struct measures_span){ start, end, line };
    return 0;
}

static int take_token(struct taking *taking, struct syntax_node node, bool quiet)
{
    int first = (int) syntax_line(node), last = end_line(node, taking->text, taking->size);
    size_t size = 0;
    const char *text = syntax_text(taking->syntax, node, &size);

    if (size == 0)
        return 0;
    for (int line = first; line <= last && (size_t) line < taking->line_count; line++)
        taking->code_lines[line] = true;
    if (quiet)
        return 0;
    if (array_reserve((void **) &taking->token_list, taking->to->token_count, &taking->tokens,
                      sizeof(*taking->token_list)) < 0)
        return -ENOMEM;
    taking->token_list[taking->to->token_count++] =
        (struct measures_token){ hash_bytes(0xcbf29ce484222325u, text, size), first, last };
    return 0;
}

/* Rust's tests stand in the source itself. */
static int take_test_part(struct taking *taking, struct syntax_node node)
{
    if (syntax_language(taking->syntax) != SYNTAX_RUST || !syntax_is(node, "mod_item") ||
        !(syntax_text_is(taking->syntax, syntax_field(node, "name"), "tests") ||
          syntax_text_is(taking->syntax, syntax_field(node, "name"), "test")))
        return 0;
    return add_span(&taking->part_list, &taking->to->test_part_count, &taking->parts,
                    syntax_start(node), syntax_end(node), (int) syntax_line(node));
}

/* A string that stands for itself is documentation. */
static bool is_documentation(const struct taking *taking, struct syntax_node node, unsigned role)
{
    return (role & MEASURES_STRING) && syntax_language(taking->syntax) == SYNTAX_PYTHON &&
           syntax_is(syntax_walk_ancestor(taking->walk, 1), "expression_statement") &&
           syntax_named_count(syntax_walk_ancestor(taking->walk, 1)) == 1 && !syntax_is_none(node);
}

static int take_leaf(struct taking *taking, struct syntax_node node, unsigned role, bool quiet)
{
    if ((role & MEASURES_IDENTIFIER) && !quiet)
        take_name(taking, node);
    if ((role & MEASURES_NUMBER) && taking->levels[syntax_walk_depth(taking->walk)].function >= 0)
        take_number(taking, node);
    return take_token(taking, node, quiet);
}

static int take_node(struct taking *taking, struct syntax_node node, bool *ret_enter)
{
    size_t depth = syntax_walk_depth(taking->walk);
    struct level *level = &taking->levels[depth];
    struct syntax_node parent = syntax_walk_ancestor(taking->walk, 1);
    unsigned role = role_of(taking, node);
    bool leaf = syntax_child_count(node) == 0;

    *level = depth > 0 ? taking->levels[depth - 1] : (struct level){ .function = -1 };
    *ret_enter = true;
    if ((role & MEASURES_COMMENT) || is_documentation(taking, node, role)) {
        *ret_enter = false;
        return add_span(&taking->comment_list, &taking->to->comment_count, &taking->comments,
                        syntax_start(node), syntax_end(node), (int) syntax_line(node));
    }
    if (take_test_part(taking, node) < 0)
        return -ENOMEM;
    level->quiet |= (role & MEASURES_IMPORT) != 0;
    bool lambda = (role & MEASURES_LAMBDA) && is_named_lambda(parent);
    if (((role & MEASURES_FUNCTION) && !leaf) || lambda) {
        int function = add_function(taking, node, parent, lambda);
        if (function < 0)
            return -ENOMEM;
        *level = (struct level){ .function = function, .quiet = level->quiet };
    } else if (role && level->function >= 0 &&
               (!leaf || syntax_is(node, "else") || (role & MEASURES_JUMP))) {
        take_control(taking, node, role, level);
    }
    if (role & MEASURES_PARAMETERS)
        take_parameters(taking, node, level->function);
    return leaf ? take_leaf(taking, node, role, level->quiet) : 0;
}

static int take_all(struct taking *taking)
{
    struct syntax_node node = { 0 };
    bool enter = true;

    while (syntax_walk_next(taking->walk, enter, &node)) {
        if (take_node(taking, node, &enter) < 0)
            return -ENOMEM;
    }
    return 0;
}

static void *keep(struct arena *arena, const void *list, size_t count, size_t size)
{
    void *kept = arena_array(arena, count + 1, size);

    if (kept && list && count)
        memcpy(kept, list, count * size);
    return kept;
}

/* ---- All of a source ----------------------------------------------------------------------------
 */

/* Functions are in the order in which they begin; one within another was taken off with it. */
static void take_off_functions(struct taking *taking)
{
    struct measures_source *to = taking->to;
    int last = 0;

    for (size_t i = 0; i < to->function_count; i++) {
        const struct measures_function *function = &taking->function_list[i];
        if (function->line <= last)
            continue;
        to->loose_lines -= function->lines < to->loose_lines ? function->lines : to->loose_lines;
        last = function->end_line;
    }
}

static int finish(struct taking *taking)
{
    struct measures_source *to = taking->to;

    for (size_t i = 0; i < taking->line_count; i++)
        to->lines += taking->code_lines[i];
    to->loose_lines = to->lines;
    for (size_t i = 0; i < to->function_count; i++) {
        struct measures_function *function = &taking->function_list[i];

        function->parameters = function->parameters == UINT32_MAX ? 0 : function->parameters;
        for (int k = function->line; k <= function->end_line && (size_t) k < taking->line_count;
             k++)
            function->lines += taking->code_lines[k];
    }
    take_off_functions(taking);
    to->functions =
        keep(taking->arena, taking->function_list, to->function_count, sizeof(*to->functions));
    to->comments =
        keep(taking->arena, taking->comment_list, to->comment_count, sizeof(*to->comments));
    to->test_parts =
        keep(taking->arena, taking->part_list, to->test_part_count, sizeof(*to->test_parts));
    to->tokens = keep(taking->arena, taking->token_list, to->token_count, sizeof(*to->tokens));
    return to->functions && to->comments && to->test_parts && to->tokens ? 0 : -ENOMEM;
}

static int take(struct taking *taking, struct error *error)
{
    int failed = syntax_walk_new(syntax_root(taking->syntax), &taking->walk, error);

    if (failed)
        return failed;
    taking->line_count = 2;
    for (size_t i = 0; i < taking->size; i++)
        taking->line_count += taking->text[i] == '\n';
    taking->roles = measures_roles_new(syntax_language(taking->syntax));
    taking->code_lines = calloc(taking->line_count + 1, sizeof(*taking->code_lines));
    if (!taking->roles || !taking->code_lines || take_all(taking) < 0 || finish(taking) < 0 ||
        measures_take_comments(taking->arena, syntax_language(taking->syntax) == SYNTAX_PYTHON,
                               taking->text, taking->size, taking->to, error) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    return 0;
}

int measures_take(struct arena *arena, const struct syntax *syntax, const char *text, size_t size,
                  struct measures_source *ret, struct error *error)
{
    struct measures_source source = { 0 };
    struct taking *taking = memory_alloc(sizeof(*taking));

    if (!taking)
        return error_set(error, -ENOMEM, "out of memory");
    *taking = (struct taking){
        .arena = arena, .syntax = syntax, .text = text, .size = size, .to = &source
    };
    int failed = take(taking, error);
    syntax_walk_free(taking->walk);
    free(taking->roles);
    free(taking->code_lines);
    free(taking->comment_list);
    free(taking->part_list);
    free(taking->function_list);
    free(taking->token_list);
    free(taking);
    if (!failed)
        *ret = source;
    return failed;
}
