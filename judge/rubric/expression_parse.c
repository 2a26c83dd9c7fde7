/*
 * Reading a condition: recursive descent by the precedence of jq's grammar (`|` binds least, then
 * `//`, `or`, `and`, comparisons, `+ -`, `* /`). Types are known while reading, since every fact
 * has one: what jq would only notice when it runs, or take for something odd (the order of words by
 * their letters), is a fault of the rubric at its line.
 */

#include "judge/rubric/expression.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

struct parser {
    struct arena *arena;
    const char *file, *at, *text;
    int line;
    struct error *error;
    struct node *nodes;
    int count;
    int items[EXPRESSION_NODES];
    int item_count;
    int dot; /* what `.` stands for; -1: nothing */
    int depth;
};

/* Every reader returns the place of its node, or a negative errno. */
static int parse_pipe(struct parser *parser);

static int fault(struct parser *parser, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int fault(struct parser *parser, const char *format, ...)
{
    char text[300];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    error_at(parser->error, -EINVAL, parser->file, parser->line, "condition '%.160s': %s",
             parser->text, text);
    error_remedy(parser->error, "docs/rubrics.md says what conditions may have");
    return -EINVAL;
}

static int put(struct parser *parser, struct node node)
{
    if (parser->count == EXPRESSION_NODES)
        return fault(parser, "it is too long (over %d parts)", EXPRESSION_NODES);
    parser->nodes[parser->count] = node;
    return parser->count++;
}

static enum value_type type_at(const struct parser *parser, int place)
{
    return parser->nodes[place].type;
}

/* ---- Words ---------------------------------------------------------------------------------- */

static void skip(struct parser *parser)
{
    for (;;) {
        parser->at += strspn(parser->at, " \t\r\n");
        if (*parser->at != '#')
            return;
        parser->at += strcspn(parser->at, "\n");
    }
}

static bool is_word(char character)
{
    return isalnum((unsigned char) character) || character == '_';
}

/* Takes a sign, or a word that ends there. */
static bool take(struct parser *parser, const char *token)
{
    size_t length = strlen(token);

    skip(parser);
    if (strncmp(parser->at, token, length) != 0)
        return false;
    if (is_word(token[0]) && is_word(parser->at[length]))
        return false;
    parser->at += length;
    return true;
}

static int need(struct parser *parser, const char *token)
{
    if (take(parser, token))
        return 0;
    if (!*parser->at)
        return fault(parser, "expected '%s' at its end", token);
    return fault(parser, "expected '%s' before '%.20s'", token, parser->at);
}

static int take_string(struct parser *parser, const char **ret)
{
    skip(parser);
    if (*parser->at != '"')
        return fault(parser, "expected a text in \"\" before '%.20s'", parser->at);
    size_t length = strcspn(parser->at + 1, "\"\\");
    if (parser->at[1 + length] != '"')
        return fault(parser, "a text has no backslashes, and ends with \"");
    *ret = arena_strndup(parser->arena, parser->at + 1, length);
    parser->at += length + 2;
    return *ret ? 0 : error_set(parser->error, -ENOMEM, "out of memory");
}

/* ---- Facts ---------------------------------------------------------------------------------- */

static int take_fact(struct parser *parser)
{
    const char *name = NULL;
    int status = take_string(parser, &name);

    if (status < 0)
        return status;
    int place = fact_find(name);
    if (place >= 0)
        return place;
    const char *near = fact_near(name);
    fault(parser, "there is no fact '%.80s'", name);
    if (near)
        error_remedy(parser->error, "did you mean %s? `assay rubric facts` lists them", near);
    else
        error_remedy(parser->error, "`assay rubric facts` lists them");
    return -EINVAL;
}

static enum value_type type_of(const struct fact *row)
{
    return row->type == FACT_WORD ? TYPE_TEXT : row->type == FACT_BOOL ? TYPE_BOOL : TYPE_NUMBER;
}

static int read_fact(struct parser *parser, enum operation operation)
{
    int status = need(parser, "("), place = status < 0 ? status : take_fact(parser);

    if (place < 0)
        return place;
    const struct fact *row = fact_at((size_t) place);
    struct node node = { .operation = operation, .type = TYPE_BOOL, .fact = place, .most = -1 };
    if (operation == OP_FACT)
        node.type = type_of(row);
    if (operation == OP_SHARE) {
        node.type = TYPE_NUMBER;
        node.most = row->most ? fact_find(row->most) : -1;
        if (node.most < 0)
            return fault(parser, "%s is no part of another fact, so that it has no share",
                         row->name);
    }
    if (operation == OP_AT_LEAST) {
        const char *word = "";

        if (row->type != FACT_WORD)
            return fault(parser, "at_least() is for words; %s is a %s", row->name,
                         fact_type_name(row->type));
        if (need(parser, ";") < 0 || take_string(parser, &word) < 0)
            return parser->error->code;
        node.number = fact_word(row, word);
        if (node.number < 0)
            return fault(parser, "%s is never '%.40s'", row->name, word);
    }
    status = need(parser, ")");
    return status < 0 ? status : put(parser, node);
}

/* ---- Arrays --------------------------------------------------------------------------------- */

static int keep_items(struct parser *parser, const int *found, int count)
{
    if (parser->item_count + count > EXPRESSION_NODES)
        return fault(parser, "it is too long (over %d parts)", EXPRESSION_NODES);
    int start = parser->item_count;
    memcpy(parser->items + start, found, (size_t) count * sizeof(*found));
    parser->item_count += count;
    return start;
}

/* Values between commas, up to `end`, all of one type; their number. */
/* NOLINTNEXTLINE(misc-no-recursion): parse_pipe() bounds the depth */
static int read_items(struct parser *parser, const char *end, int *ret_start)
{
    int found[EXPRESSION_NODES], count = 0;

    do {
        int place = count < EXPRESSION_NODES ? parse_pipe(parser) : -EINVAL;

        if (place < 0)
            return place;
        if (type_at(parser, place) == TYPE_ARRAY ||
            (count && type_at(parser, place) != type_at(parser, found[0])))
            return fault(parser, "what stands between commas must be of one type");
        found[count++] = place;
    } while (take(parser, ","));
    int status = need(parser, end);
    if (status < 0)
        return status;
    *ret_start = keep_items(parser, found, count);
    return *ret_start < 0 ? *ret_start : count;
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_pipe() bounds the depth */
static int read_array(struct parser *parser)
{
    int start = 0, count = read_items(parser, "]", &start);

    if (count < 0)
        return count;
    return put(parser,
               (struct node){ .operation = OP_ARRAY, .type = TYPE_ARRAY, .a = start, .b = count });
}

static int read_fold(struct parser *parser, enum operation operation, const char *name)
{
    bool truths = operation == OP_ANY || operation == OP_ALL;

    if (parser->dot < 0 || type_at(parser, parser->dot) != TYPE_ARRAY)
        return fault(parser, "%s is asked of an array: [..., ...] | %s", name, name);
    const struct node *array = &parser->nodes[parser->dot];
    enum value_type type = type_at(parser, parser->items[array->a]);
    if (operation != OP_LENGTH && type != (truths ? TYPE_BOOL : TYPE_NUMBER))
        return fault(parser, "%s is asked of %s", name, truths ? "conditions" : "numbers");
    return put(parser, (struct node){ .operation = operation,
                                      .type = truths ? TYPE_BOOL : TYPE_NUMBER,
                                      .a = array->a,
                                      .b = array->b });
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_pipe() bounds the depth */
static int read_in(struct parser *parser)
{
    int dot = parser->dot, start = 0;

    if (dot < 0 || type_at(parser, dot) == TYPE_ARRAY)
        return fault(parser, "IN is asked of a value: fact(...) | IN(..., ...)");
    int status = need(parser, "("), count = status < 0 ? status : read_items(parser, ")", &start);
    if (count < 0)
        return count;
    if (type_at(parser, parser->items[start]) != type_at(parser, dot))
        return fault(parser, "IN compares values of different types");
    return put(
        parser,
        (struct node){ .operation = OP_IN, .type = TYPE_BOOL, .a = dot, .b = start, .c = count });
}

/* ---- Functions and leaves ------------------------------------------------------------------- */

static int read_of_dot(struct parser *parser, enum operation operation, const char *name)
{
    enum value_type wanted = operation == OP_NOT ? TYPE_BOOL : TYPE_NUMBER;

    if (parser->dot < 0 || type_at(parser, parser->dot) != wanted)
        return fault(parser, "%s stands behind %s and '|'", name,
                     operation == OP_NOT ? "a condition" : "a number");
    return put(parser, (struct node){ .operation = operation, .type = wanted, .a = parser->dot });
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_pipe() bounds the depth */
static int read_if(struct parser *parser)
{
    int condition = parse_pipe(parser), status = condition < 0 ? condition : need(parser, "then");
    int yes = status < 0 ? status : parse_pipe(parser), no;

    if (yes < 0)
        return yes;
    if (take(parser, "elif")) {
        no = read_if(parser);
    } else {
        status = need(parser, "else");
        no = status < 0 ? status : parse_pipe(parser);
        status = no < 0 ? no : need(parser, "end");
        no = status < 0 ? status : no;
    }
    if (no < 0)
        return no;
    if (type_at(parser, condition) != TYPE_BOOL)
        return fault(parser, "what stands behind if is no condition");
    if (type_at(parser, yes) != type_at(parser, no) || type_at(parser, yes) == TYPE_ARRAY)
        return fault(parser, "then and else give values of different types");
    return put(
        parser,
        (struct node){
            .operation = OP_IF, .type = type_at(parser, yes), .a = condition, .b = yes, .c = no });
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_pipe() bounds the depth */
static int read_function(struct parser *parser)
{
    static const struct {
        const char *name;
        enum operation operation;
    } asks[] = { { "fact", OP_FACT },
                 { "known", OP_KNOWN },
                 { "share", OP_SHARE },
                 { "at_least", OP_AT_LEAST } },
      folds[] = { { "min", OP_MIN }, { "max", OP_MAX }, { "add", OP_SUM },
                  { "any", OP_ANY }, { "all", OP_ALL }, { "length", OP_LENGTH } },
      dots[] = { { "not", OP_NOT }, { "floor", OP_FLOOR }, { "ceil", OP_CEIL } };

    for (size_t i = 0; i < COUNT(asks); i++)
        if (take(parser, asks[i].name))
            return read_fact(parser, asks[i].operation);
    for (size_t i = 0; i < COUNT(folds); i++)
        if (take(parser, folds[i].name))
            return read_fold(parser, folds[i].operation, folds[i].name);
    for (size_t i = 0; i < COUNT(dots); i++)
        if (take(parser, dots[i].name))
            return read_of_dot(parser, dots[i].operation, dots[i].name);
    if (take(parser, "IN"))
        return read_in(parser);
    if (take(parser, "if"))
        return read_if(parser);
    if (!*parser->at)
        return fault(parser, "it ends too early");
    return fault(parser, "'%.20s' is not understood here", parser->at);
}

static int read_number(struct parser *parser)
{
    char *end = NULL;
    double number = strtod(parser->at, &end);

    if (end == parser->at || !isfinite(number) || is_word(*end))
        return fault(parser, "'%.20s' is no number", parser->at);
    parser->at = end;
    return put(parser,
               (struct node){ .operation = OP_NUMBER, .type = TYPE_NUMBER, .number = number });
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_pipe() bounds the depth */
static int parse_leaf(struct parser *parser)
{
    skip(parser);
    if (isdigit((unsigned char) *parser->at))
        return read_number(parser);
    if (*parser->at == '"') {
        struct node node = { .operation = OP_TEXT, .type = TYPE_TEXT };
        int status = take_string(parser, &node.text);
        return status < 0 ? status : put(parser, node);
    }
    bool yes = take(parser, "true");
    if (yes || take(parser, "false"))
        return put(parser, (struct node){ .operation = OP_BOOL, .type = TYPE_BOOL, .number = yes });
    if (take(parser, "["))
        return read_array(parser);
    if (take(parser, "(")) {
        int place = parse_pipe(parser), status = place < 0 ? place : need(parser, ")");
        return status < 0 ? status : place;
    }
    if (*parser->at == '.') {
        parser->at++;
        return parser->dot >= 0 ? parser->dot : fault(parser, "'.' stands for nothing here");
    }
    return read_function(parser);
}

/* ---- Operators ------------------------------------------------------------------------------ */

/* A word compared with a text that it never is would be false for ever. */
static int check_words(struct parser *parser, int left, int right)
{
    const struct node *fact = &parser->nodes[left], *text = &parser->nodes[right];

    if (fact->operation != OP_FACT || text->operation != OP_TEXT)
        return 0;
    const struct fact *row = fact_at((size_t) fact->fact);
    if (fact_word(row, text->text) < 0)
        return fault(parser, "%s is never \"%.40s\"", row->name, text->text);
    return 0;
}

static int put_pair(struct parser *parser, enum operation operation, int left, int right)
{
    enum value_type type = type_at(parser, left);
    bool truth = operation == OP_AND || operation == OP_OR;
    bool equality = operation == OP_EQUAL || operation == OP_UNEQUAL;
    bool comparison = operation >= OP_EQUAL && operation <= OP_LEAST;

    if (type != type_at(parser, right) || type == TYPE_ARRAY)
        return fault(parser, "two sides of different types; is a pair of brackets missing?");
    if (truth && type != TYPE_BOOL)
        return fault(parser, "'and' and 'or' stand between conditions");
    if (comparison && !equality && type != TYPE_NUMBER)
        return fault(parser, "only numbers have an order; at_least() compares words");
    if (operation >= OP_ADD && operation <= OP_DIVIDE && type != TYPE_NUMBER)
        return fault(parser, "arithmetic is for numbers");
    if (equality && (check_words(parser, left, right) < 0 || check_words(parser, right, left) < 0))
        return -EINVAL;
    return put(parser, (struct node){ .operation = operation,
                                      .type = truth || comparison ? TYPE_BOOL : type,
                                      .a = left,
                                      .b = right });
}

struct operators {
    struct {
        const char *token;
        enum operation operation;
    } rows[7];
};

/* From what binds most to what binds least; longer signs before those that they begin with. */
static const struct operators levels[] = {
    { { { "*", OP_MULTIPLY }, { "/", OP_DIVIDE } } },
    { { { "+", OP_ADD }, { "-", OP_SUBTRACT } } },
    { { { "==", OP_EQUAL },
        { "!=", OP_UNEQUAL },
        { "<=", OP_MOST },
        { ">=", OP_LEAST },
        { "<", OP_LESS },
        { ">", OP_MORE } } },
    { { { "and", OP_AND } } },
    { { { "or", OP_OR } } },
};
enum { COMPARISONS = 2, LEVELS = COUNT(levels) };

static bool take_operator(struct parser *parser, int level, enum operation *ret)
{
    skip(parser);
    if (!strncmp(parser->at, "//", 2))
        return false;
    for (size_t i = 0; levels[level].rows[i].token; i++) {
        if (!take(parser, levels[level].rows[i].token))
            continue;
        *ret = levels[level].rows[i].operation;
        return true;
    }
    return false;
}

/* NOLINTNEXTLINE(misc-no-recursion): once for each level */
static int parse_level(struct parser *parser, int level)
{
    int left = level > 0 ? parse_level(parser, level - 1) : parse_leaf(parser);
    enum operation operation;

    while (left >= 0 && take_operator(parser, level, &operation)) {
        int right = level > 0 ? parse_level(parser, level - 1) : parse_leaf(parser);

        left = right < 0 ? right : put_pair(parser, operation, left, right);
        if (left >= 0 && level == COMPARISONS && take_operator(parser, level, &operation))
            return fault(parser, "comparisons do not follow one another; use 'and'");
    }
    return left;
}

/* NOLINTNEXTLINE(misc-no-recursion): parse_pipe() bounds the depth */
static int parse_otherwise(struct parser *parser)
{
    int first = parser->count, left = parse_level(parser, LEVELS - 1);

    if (left < 0 || !take(parser, "//"))
        return left;
    for (int i = first; i < parser->count; i++)
        parser->nodes[i].optional = true;
    if (++parser->depth > EXPRESSION_DEPTH)
        return fault(parser, "it is nested too deeply");
    int right = parse_otherwise(parser);
    parser->depth--;
    if (right < 0)
        return right;
    if (type_at(parser, left) != type_at(parser, right) || type_at(parser, left) == TYPE_ARRAY)
        return fault(parser, "both sides of // are of one type; is a pair of brackets missing?");
    return put(parser, (struct node){ .operation = OP_OTHERWISE,
                                      .type = type_at(parser, left),
                                      .a = left,
                                      .b = right });
}

/* NOLINTNEXTLINE(misc-no-recursion): bounded here */
static int parse_pipe(struct parser *parser)
{
    int outer = parser->dot;

    if (++parser->depth > EXPRESSION_DEPTH)
        return fault(parser, "it is nested too deeply");
    int place = parse_otherwise(parser);
    while (place >= 0 && strncmp(parser->at, "||", 2) != 0 && take(parser, "|")) {
        parser->dot = place;
        place = parse_otherwise(parser);
    }
    parser->dot = outer;
    parser->depth--;
    return place;
}

static int finish(struct parser *parser, int result, struct expression **ret)
{
    struct expression *expression = arena_alloc(parser->arena, sizeof(*expression));
    int *items = arena_array(parser->arena, (size_t) parser->item_count + 1, sizeof(*items));

    if (!expression || !items)
        return error_set(parser->error, -ENOMEM, "out of memory");
    memcpy(items, parser->items, (size_t) parser->item_count * sizeof(*items));
    /* The result is the last node: `(a) | .` gives one before it. */
    *expression = (struct expression){
        .text = parser->text, .nodes = parser->nodes, .count = (size_t) result + 1, .items = items
    };
    *ret = expression;
    return 0;
}

int expression_parse(struct arena *arena, const char *text, const char *file, int line,
                     struct expression **ret, struct error *error)
{
    struct parser parser = { .arena = arena,
                             .file = file,
                             .at = text,
                             .text = text,
                             .line = line,
                             .error = error,
                             .dot = -1 };
    struct node nodes[EXPRESSION_NODES];

    if (strlen(text) > EXPRESSION_BYTES)
        return error_at(error, -EINVAL, file, line, "a condition of over %d bytes",
                        EXPRESSION_BYTES);
    parser.nodes = nodes;
    int result = parse_pipe(&parser);
    skip(&parser);
    if (result >= 0 && *parser.at)
        return fault(&parser, "'%.20s' is not understood here", parser.at);
    if (result < 0)
        return result;
    if (type_at(&parser, result) != TYPE_BOOL)
        return fault(&parser, "it is no condition: it gives neither true nor false");
    parser.nodes = arena_array(arena, (size_t) parser.count, sizeof(*nodes));
    if (!parser.nodes)
        return error_set(error, -ENOMEM, "out of memory");
    memcpy(parser.nodes, nodes, (size_t) parser.count * sizeof(*nodes));
    return finish(&parser, result, ret);
}
