/*
 * interview.yaml: the keys `function` and `class`. Its other keys (topics, hints, and so on) are
 * for readers and for later parts. The first fault ends the reading: the file is short, and what
 * follows a wrong signature means nothing.
 */
#include "judge/signature/internal.h"

#include "judge/base/file.h"
#include "judge/base/yaml.h"

#include <string.h>

/* Words that are a name in none of the nine languages, and names that drivers use. */
static const char *const reserved[] = {
    "and",      "as",        "assert",   "async",     "await",     "bool",     "break",
    "case",     "catch",     "chan",     "char",      "class",     "const",    "continue",
    "crate",    "def",       "default",  "defer",     "del",       "delete",   "do",
    "double",   "dyn",       "elif",     "else",      "enum",      "export",   "extern",
    "false",    "final",     "finally",  "float",     "fn",        "for",      "from",
    "fun",      "func",      "function", "go",        "goto",      "if",       "impl",
    "import",   "in",        "int",      "interface", "is",        "lambda",   "let",
    "long",     "loop",      "main",     "map",       "match",     "mod",      "move",
    "mut",      "namespace", "new",      "none",      "not",       "null",     "object",
    "or",       "package",   "pass",     "private",   "pub",       "public",   "raise",
    "range",    "ref",       "return",   "select",    "self",      "short",    "signed",
    "static",   "string",    "struct",   "super",     "switch",    "this",     "throw",
    "throws",   "trait",     "true",     "try",       "type",      "typeof",   "union",
    "unsafe",   "unsigned",  "use",      "using",     "val",       "var",      "void",
    "volatile", "when",      "where",    "while",     "with",      "yield",    "len",
    "print",    "list",      "dict",     "arguments", "eval",      "register", "template",
    "typename", "operator",  "friend",   "auto",      "virtual",   "inline",   "error",
    "copy",     "append",    "result",   "answer",    "signature", "solution",
};

struct reading {
    struct signature *signature;
    struct arena *arena;
    struct error *error;
};

static int no_memory(struct reading *reading)
{
    return error_set(reading->error, -ENOMEM, "out of memory");
}

#define FAULT(reading, node, ...)                                                                  \
    error_at((reading)->error, -EINVAL, (node)->file,                                              \
             (node)->key ? (node)->key_line : (node)->line, __VA_ARGS__)

static int check_name(struct reading *reading, const struct yaml_node *node, const char *name)
{
    if (!name_is_valid(name) || strlen(name) > 60)
        return FAULT(reading, node, "'%s': names are snake_case, such as find_pair", name);
    for (size_t i = 0; i < COUNT(reserved); i++)
        if (strcmp(reserved[i], name) == 0)
            return FAULT(reading, node, "'%s' means something else in one of the languages", name);
    return 0;
}

static int check_keys(struct reading *reading, const struct yaml_node *map,
                      const char *const *allowed)
{
    if (map->kind != YAML_MAP)
        return FAULT(reading, map, "%s: a map of keys is expected", map->key ? map->key : "item");
    for (const struct yaml_node *node = map->children; node; node = node->next) {
        size_t i = 0;

        while (allowed[i] && strcmp(allowed[i], node->key) != 0)
            i++;
        if (!allowed[i])
            return FAULT(reading, node, "unknown key '%s'", node->key);
    }
    return 0;
}

/* The value of a key that may be absent: *ret is then `fallback`. */
static int read_text(struct reading *reading, const struct yaml_node *map, const char *key,
                     const char *fallback, const char **ret)
{
    const struct yaml_node *node = yaml_get(map, key);
    const char *text = fallback;
    int code = node ? yaml_as_string(node, &text, reading->error) : 0;

    if (code < 0)
        return code;
    if (!text)
        return FAULT(reading, map, "'%s' is missing", key);
    *ret = arena_strdup(reading->arena, text);
    return *ret ? 0 : no_memory(reading);
}

static int read_name(struct reading *reading, const struct yaml_node *map, const char **ret)
{
    const struct yaml_node *node = yaml_get(map, "name");
    const char *name = NULL;
    int code = read_text(reading, map, "name", NULL, &name);

    if (code < 0 || !node || !name)
        return code;
    *ret = name;
    return check_name(reading, node, name);
}

static int read_type(struct reading *reading, const struct yaml_node *node,
                     const struct signature_type **ret)
{
    const char *text;
    int code = yaml_as_string(node, &text, reading->error);

    if (code < 0)
        return code;
    code = signature_type_parse(reading->arena, text, ret, reading->error);
    if (code == -EINVAL) {
        struct error plain = *reading->error;

        FAULT(reading, node, "%s", plain.message);
        error_remedy(reading->error, "%s", plain.remedy);
    }
    return code;
}

static int read_parameters(struct reading *reading, const struct yaml_node *map,
                           struct signature_call *call)
{
    struct signature_parameter *parameters;
    size_t count = 0;
    int code = 0;

    if (!map || yaml_is_null(map))
        return 0;
    if (map->kind != YAML_MAP)
        return FAULT(reading, map, "%s: each parameter is NAME: TYPE", map->key);
    parameters = arena_array(reading->arena, map->count + 1, sizeof(*parameters));
    if (!parameters)
        return no_memory(reading);
    for (const struct yaml_node *node = map->children; node && code == 0; node = node->next) {
        struct signature_parameter *parameter = &parameters[count++];

        parameter->name = arena_strdup(reading->arena, node->key);
        code = parameter->name ? check_name(reading, node, node->key) : no_memory(reading);
        if (code == 0)
            code = read_type(reading, node, &parameter->type);
        if (code == 0 && parameter->type->kind == SIGNATURE_VOID)
            code = FAULT(reading, node, "%s: a parameter cannot be void", node->key);
    }
    call->parameters = parameters;
    call->parameter_count = count;
    return code;
}

/* `changes`: the parameter whose elements are the result, or a part of it. */
static int read_changes(struct reading *reading, const struct yaml_node *node,
                        struct signature_call *call)
{
    const char *name;
    int code = node ? yaml_as_string(node, &name, reading->error) : 0;

    if (!node || code < 0)
        return code;
    for (size_t i = 0; i < call->parameter_count; i++) {
        struct signature_parameter *parameter = (struct signature_parameter *) &call->parameters[i];

        if (strcmp(parameter->name, name) != 0)
            continue;
        if (parameter->type->kind != SIGNATURE_LIST && parameter->type->kind != SIGNATURE_MATRIX)
            return FAULT(reading, node, "only a list or a matrix is changed in place");
        parameter->changed = true;
        return 0;
    }
    return FAULT(reading, node, "changes: there is no parameter '%s'", name);
}

static int read_call(struct reading *reading, const struct yaml_node *map,
                     struct signature_call *call)
{
    static const char *const keys[] = { "name", "doc", "parameters", "result", "changes", NULL };
    const struct yaml_node *result;
    int code = check_keys(reading, map, keys);

    if (code == 0)
        code = read_name(reading, map, &call->name);
    if (code == 0)
        code = read_text(reading, map, "doc", "", &call->doc);
    if (code == 0)
        code = read_parameters(reading, yaml_get(map, "parameters"), call);
    if (code < 0)
        return code;
    result = yaml_get(map, "result");
    code = result ? read_type(reading, result, &call->result)
                  : signature_type_parse(reading->arena, "void", &call->result, reading->error);
    return code < 0 ? code : read_changes(reading, yaml_get(map, "changes"), call);
}

static int read_function(struct reading *reading, const struct yaml_node *map)
{
    struct signature *signature = reading->signature;
    struct signature_call *call = arena_alloc(reading->arena, sizeof(*call));
    int code = call ? read_call(reading, map, call) : no_memory(reading);
    bool changes = false;

    if (code < 0)
        return code;
    for (size_t i = 0; i < call->parameter_count; i++)
        changes |= call->parameters[i].changed;
    if (call->parameter_count == 0)
        return FAULT(reading, map, "a function without parameters has nothing to test");
    if (call->result->kind == SIGNATURE_VOID && !changes)
        return FAULT(reading, map, "nothing comes of it: give 'result' or 'changes'");
    signature->name = call->name;
    signature->doc = call->doc;
    signature->calls = call;
    signature->call_count = 1;
    return 0;
}

static int read_methods(struct reading *reading, const struct yaml_node *list,
                        struct signature_call *calls)
{
    struct signature *signature = reading->signature;
    int code = 0;

    for (const struct yaml_node *node = list->children; node && code == 0; node = node->next) {
        struct signature_call *call = &calls[signature->call_count];

        code = read_call(reading, node, call);
        for (size_t i = 1; i < signature->call_count && code == 0; i++)
            if (strcmp(calls[i].name, call->name) == 0)
                code = FAULT(reading, node, "a second method '%s'", call->name);
        for (size_t i = 0; i < call->parameter_count && code == 0; i++)
            if (call->parameters[i].changed)
                code = FAULT(reading, node, "a method changes nothing in place");
        signature->call_count++;
    }
    return code;
}

static int read_class(struct reading *reading, const struct yaml_node *map)
{
    static const char *const keys[] = { "name", "doc", "constructor", "methods", NULL };
    struct signature *signature = reading->signature;
    int code = check_keys(reading, map, keys);
    const struct yaml_node *methods = yaml_get(map, "methods");
    struct signature_call *calls;

    if (code == 0)
        code = read_name(reading, map, &signature->name);
    if (code == 0)
        code = read_text(reading, map, "doc", "", &signature->doc);
    if (code < 0)
        return code;
    if (!methods || methods->kind != YAML_LIST || methods->count == 0)
        return FAULT(reading, methods ? methods : map, "methods: a list is expected");
    calls = arena_array(reading->arena, methods->count + 1, sizeof(*calls));
    if (!calls)
        return no_memory(reading);
    calls[0].name = signature->name;
    calls[0].doc = "";
    code = signature_type_parse(reading->arena, "void", &calls[0].result, reading->error);
    if (code == 0)
        code = read_parameters(reading, yaml_get(map, "constructor"), &calls[0]);
    signature->is_class = true;
    signature->calls = calls;
    signature->call_count = 1;
    return code < 0 ? code : read_methods(reading, methods, calls);
}

/* The node classes are called TreeNode and ListNode in every language, so there is one of each. */
static int check_nodes(struct reading *reading, const struct yaml_node *map)
{
    const struct signature_type *seen[SIGNATURE_KIND_COUNT] = { NULL };
    const struct signature *signature = reading->signature;

    for (size_t i = 0; i < signature->call_count; i++) {
        const struct signature_call *call = &signature->calls[i];

        for (size_t k = 0; k <= call->parameter_count; k++) {
            const struct signature_type *type =
                k < call->parameter_count ? call->parameters[k].type : call->result;

            if (type->kind != SIGNATURE_TREE && type->kind != SIGNATURE_LINKED)
                continue;
            if (seen[type->kind] && strcmp(seen[type->kind]->name, type->name) != 0)
                return FAULT(reading, map, "%s and %s in one signature", seen[type->kind]->text,
                             type->text);
            seen[type->kind] = type;
        }
    }
    return 0;
}

static int read_root(struct reading *reading, const struct yaml_node *root)
{
    const struct yaml_node *function = yaml_get(root, "function");
    const struct yaml_node *class = yaml_get(root, "class");
    const struct yaml_node *given = function ? function : class;
    int code;

    if (function && class)
        return FAULT(reading, class, "a problem has a function or a class, not both");
    code = function ? read_function(reading, function) : read_class(reading, class);
    return code < 0 ? code : check_nodes(reading, given);
}

int signature_read(const char *directory, struct signature **ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *path = arena ? arena_printf(arena, "%s/interview.yaml", directory) : NULL;
    struct yaml_node *root = NULL;
    struct signature *signature;
    int code;

    if (!path)
        return error_set(error, -ENOMEM, "out of memory");
    code = file_exists(path) ? yaml_read(arena, path, &root, error) : 0;
    if (code < 0)
        return code;
    if (root && root->kind != YAML_MAP)
        return error_at(error, -EINVAL, path, root->line, "a map of keys is expected");
    if (!yaml_get(root, "function") && !yaml_get(root, "class")) {
        *ret = NULL;
        return 0;
    }
    signature = arena_alloc(arena, sizeof(*signature));
    if (!signature)
        return error_set(error, -ENOMEM, "out of memory");
    struct reading reading = { signature, arena, error };
    code = read_root(&reading, root);
    if (code < 0)
        return code;
    signature->arena = steal(&arena);
    *ret = signature;
    return 0;
}
