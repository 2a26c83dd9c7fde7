/*
 * Types are a small tree that is parsed from text, "map<string, list<int>>", by descent. What may
 * hold what is a table: each language must be able to write the type in a way that its users would,
 * which is why there are no lists of maps.
 */
#include "judge/signature/internal.h"

#include <ctype.h>
#include <string.h>

#define BIT(kind) (1u << (kind))
#define NUMBERS (BIT(SIGNATURE_INT) | BIT(SIGNATURE_LONG) | BIT(SIGNATURE_DOUBLE))
#define SCALARS (NUMBERS | BIT(SIGNATURE_BOOL))
#define MOST_LEVELS 8

static const struct kind_row {
    const char *name;
    unsigned keys;     /* kinds that the first argument may have; 0: there is one argument only */
    unsigned elements; /* kinds of the (other) argument; 0: none */
    const char *holds; /* for messages */
} kinds[] = {
    [SIGNATURE_VOID] = { "void", 0, 0, NULL },
    [SIGNATURE_INT] = { "int", 0, 0, NULL },
    [SIGNATURE_LONG] = { "long", 0, 0, NULL },
    [SIGNATURE_DOUBLE] = { "double", 0, 0, NULL },
    [SIGNATURE_BOOL] = { "bool", 0, 0, NULL },
    [SIGNATURE_STRING] = { "string", 0, 0, NULL },
    [SIGNATURE_LIST] = { "list", 0,
                         SCALARS | BIT(SIGNATURE_STRING) | BIT(SIGNATURE_LIST) |
                             BIT(SIGNATURE_OPTIONAL),
                         "scalars, strings, optional scalars and lists" },
    [SIGNATURE_MATRIX] = { "matrix", 0, SCALARS, "scalars" },
    [SIGNATURE_OPTIONAL] = { "optional", 0, SCALARS | BIT(SIGNATURE_STRING) | BIT(SIGNATURE_LIST),
                             "a scalar, a string or a list" },
    [SIGNATURE_MAP] = { "map", BIT(SIGNATURE_INT) | BIT(SIGNATURE_LONG) | BIT(SIGNATURE_STRING),
                        SCALARS | BIT(SIGNATURE_STRING) | BIT(SIGNATURE_LIST),
                        "keys that are int, long or string, and scalars, strings or lists" },
    [SIGNATURE_TREE] = { "tree", 0, NUMBERS, "numbers" },
    [SIGNATURE_LINKED] = { "linked", 0, NUMBERS, "numbers" },
};

_Static_assert(COUNT(kinds) == SIGNATURE_KIND_COUNT, "each kind has its row");

bool type_is_scalar(const struct signature_type *type)
{
    return (SCALARS & BIT(type->kind)) != 0;
}

bool type_is_flat(const struct signature_type *type)
{
    return type_is_scalar(type) ||
           (type->kind == SIGNATURE_OPTIONAL && type_is_scalar(type->element));
}

/* ---- Parsing ------------------------------------------------------------------------------- */

struct parser {
    struct arena *arena;
    const char *whole, *at;
    struct error *error;
};

static void skip_spaces(struct parser *parser)
{
    while (*parser->at == ' ')
        parser->at++;
}

static bool take(struct parser *parser, char c)
{
    skip_spaces(parser);
    if (*parser->at != c)
        return false;
    parser->at++;
    return true;
}

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

static int refuse_type(struct parser *parser, const char *what)
{
    error_set(parser->error, -EINVAL, "'%s' is no type: %s", parser->whole, what);
    error_remedy(parser->error, "int, long, double, bool, string, list<T>, matrix<T>, optional<T>, "
                                "map<K, V>, tree<T>, linked<T>, graph");
    return -EINVAL;
}

static int parse_type(struct parser *parser, int level, const struct signature_type **ret);

/* What a graph is to every language: for each node the list of its neighbours. */
/* NOLINTNEXTLINE(misc-no-recursion): it is of a type without graphs */
static int make_graph(struct parser *parser, const struct signature_type **ret)
{
    struct parser inner = { parser->arena, "list<list<int>>", "list<list<int>>", parser->error };
    const struct signature_type *lists = NULL;
    int code = parse_type(&inner, 0, &lists);
    struct signature_type *graph = arena_alloc(parser->arena, sizeof(*graph));

    if (code < 0 || !lists)
        return code;
    if (!graph)
        return no_memory(parser->error);
    *graph = *lists;
    graph->text = "graph";
    *ret = graph;
    return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): at most MOST_LEVELS deep */
static int parse_arguments(struct parser *parser, int level, struct signature_type *type)
{
    const struct kind_row *row = &kinds[type->kind];
    int code = 0;

    if (!take(parser, '<'))
        return refuse_type(parser, "it has to say what it holds, as in list<int>");
    if (row->keys)
        code = parse_type(parser, level + 1, &type->key);
    if (code == 0 && row->keys && !take(parser, ','))
        return refuse_type(parser, "a map has keys and values, as in map<string, int>");
    if (code == 0)
        code = parse_type(parser, level + 1, &type->element);
    if (code < 0)
        return code;
    if (!take(parser, '>'))
        return refuse_type(parser, "a '>' is missing");
    if ((row->keys && !(row->keys & BIT(type->key->kind))) ||
        !(row->elements & BIT(type->element->kind)) ||
        (type->kind == SIGNATURE_LIST && type->element->kind == SIGNATURE_OPTIONAL &&
         !type_is_flat(type->element))) {
        AUTO_FREE char *what = NULL;

        if (asprintf(&what, "a %s holds %s", row->name, row->holds) < 0)
            return no_memory(parser->error);
        return refuse_type(parser, what);
    }
    return 0;
}

static int name_type(struct parser *parser, struct signature_type *type)
{
    const char *name = kinds[type->kind].name;

    type->text = type->name = name;
    if (type->key) {
        type->text =
            arena_printf(parser->arena, "%s<%s, %s>", name, type->key->text, type->element->text);
        type->name =
            arena_printf(parser->arena, "%s_%s_%s", name, type->key->name, type->element->name);
    } else if (type->element) {
        type->text = arena_printf(parser->arena, "%s<%s>", name, type->element->text);
        type->name = arena_printf(parser->arena, "%s_%s", name, type->element->name);
    }
    return type->text && type->name ? 0 : no_memory(parser->error);
}

/* NOLINTNEXTLINE(misc-no-recursion): at most MOST_LEVELS deep */
static int parse_type(struct parser *parser, int level, const struct signature_type **ret)
{
    size_t length;
    int kind = 0;
    int code = 0;

    skip_spaces(parser);
    length = strspn(parser->at, "abcdefghijklmnopqrstuvwxyz");
    if (level == MOST_LEVELS)
        return refuse_type(parser, "it is nested too deeply");
    if (length == strlen("graph") && strncmp(parser->at, "graph", length) == 0) {
        parser->at += length;
        return make_graph(parser, ret);
    }
    while (kind < SIGNATURE_KIND_COUNT && (strlen(kinds[kind].name) != length ||
                                           strncmp(kinds[kind].name, parser->at, length) != 0))
        kind++;
    if (kind == SIGNATURE_KIND_COUNT)
        return refuse_type(parser, length ? "there is no such name" : "a name is missing");
    struct signature_type *type = arena_alloc(parser->arena, sizeof(*type));
    if (!type)
        return no_memory(parser->error);
    type->kind = (enum signature_kind) kind;
    parser->at += length;
    if (kinds[kind].elements)
        code = parse_arguments(parser, level, type);
    if (code == 0)
        code = name_type(parser, type);
    if (code == 0)
        *ret = type;
    return code;
}

int signature_type_parse(struct arena *arena, const char *text, const struct signature_type **ret,
                         struct error *error)
{
    struct parser parser = { arena, text, text, error };
    const struct signature_type *type = NULL;
    int code = parse_type(&parser, 0, &type);

    if (code < 0)
        return code;
    skip_spaces(&parser);
    if (*parser.at)
        return refuse_type(&parser, "something follows it");
    *ret = type;
    return 0;
}

/* ---- Names --------------------------------------------------------------------------------- */

bool name_is_valid(const char *name)
{
    if (!islower((unsigned char) name[0]))
        return false;
    for (const char *at = name; *at; at++)
        if (!(islower((unsigned char) *at) || isdigit((unsigned char) *at) ||
              (*at == '_' && isalnum((unsigned char) at[1]))))
            return false;
    return true;
}

const char *name_in_case(struct arena *arena, const char *name, enum name_case wanted)
{
    char *out = arena_alloc(arena, strlen(name) + 1);
    size_t size = 0;
    bool raise = wanted == CASE_PASCAL;

    if (!out || wanted == CASE_SNAKE)
        return out ? memcpy(out, name, strlen(name) + 1) : NULL;
    for (; *name; name++) {
        if (*name == '_') {
            raise = true;
            continue;
        }
        out[size++] = (char) (raise ? toupper((unsigned char) *name) : *name);
        raise = false;
    }
    return out;
}

void signature_free(struct signature *signature)
{
    if (signature)
        arena_free(signature->arena);
}

static int describe_call(const struct signature_call *call, const char *name, bool constructor,
                         struct buffer *out)
{
    int code = buffer_printf(out, "%s(", name);

    for (size_t i = 0; i < call->parameter_count && code == 0; i++)
        code = buffer_printf(out, "%s%s: %s%s", i ? ", " : "", call->parameters[i].name,
                             call->parameters[i].type->text,
                             call->parameters[i].changed ? " (changed in place)" : "");
    if (code < 0)
        return code;
    return constructor || call->result->kind == SIGNATURE_VOID
               ? buffer_puts(out, ")\n")
               : buffer_printf(out, ") -> %s\n", call->result->text);
}

int signature_describe(const struct signature *signature, struct buffer *out)
{
    int code = 0;

    for (size_t i = 0; i < signature->call_count && code == 0; i++) {
        bool constructor = signature->is_class && i == 0;
        const char *name = name_in_case(signature->arena, signature->name, CASE_PASCAL);

        if (!name)
            return -ENOMEM;
        code = describe_call(&signature->calls[i], constructor ? name : signature->calls[i].name,
                             constructor, out);
    }
    return code;
}
