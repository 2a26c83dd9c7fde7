/*
 * Expands the templates. A value is a section of the template again, expanded for a type, a
 * parameter or a call, so that what is special of a language stands in its template and nowhere
 * here. For a type the section of its name ("type list_int") goes before that of a list whose
 * elements are one token each ("type flat"), and that of its kind ("type list").
 *
 * A value of several lines keeps the indentation of its placeholder; a line with nothing but a
 * placeholder that is empty goes away.
 */
#include "judge/signature/scope.h"

#include <ctype.h>
#include <string.h>

/* ---- Sections ------------------------------------------------------------------------------ */

struct section scope_section(const struct scope *scope, const char *what, const char *which)
{
    char key[160];

    snprintf(key, sizeof(key), "%s%s%s", what, *which ? " " : "", which);
    return template_section(scope->language, key);
}

static const char *kind_name(struct arena *arena, const struct signature_type *type)
{
    return arena_strndup(arena, type->name, strcspn(type->name, "_"));
}

struct section scope_type_section(const struct scope *scope, const char *what,
                                  const struct signature_type *type)
{
    struct section section = scope_section(scope, what, type->name);
    const char *kind = kind_name(scope->arena, type);

    if (!section.found && type->kind == SIGNATURE_LIST && type_is_flat(type->element))
        section = scope_section(scope, what, "flat");
    return section.found || !kind ? section : scope_section(scope, what, kind);
}

/* "parameter changed", then as for a type, then "parameter" alone. */
struct section scope_parameter_section(const struct scope *scope, const char *what)
{
    struct section section = { "", 0, false };

    if (scope->parameter->changed)
        section = scope_section(scope, what, "changed");
    if (!section.found)
        section = scope_type_section(scope, what, scope->type);
    return section.found ? section : scope_section(scope, what, "");
}

/* ---- Placeholders -------------------------------------------------------------------------- */

static int put_default(const struct scope *scope, struct buffer *out)
{
    struct scope inner = *scope;

    inner.type = scope->call->result;
    return scope_expand(&inner, scope_type_section(&inner, "default", inner.type), out);
}

/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
static int put_main(const struct scope *scope, const char *what, struct buffer *out)
{
    return scope_expand(
        scope, scope_section(scope, what, scope->signature->is_class ? "class" : "function"), out);
}

/* Texts of the signature: name of the placeholder, and of what it is. */
static int put_name(const struct scope *scope, const char *name, struct buffer *out, bool *known)
{
    const struct signature_call *call = scope->call;

    *known = true;
    if (!strcmp(name, "function"))
        return put_cased(scope, call->name, "function", out);
    if (!strcmp(name, "method"))
        return put_cased(scope, call->name, "method", out);
    if (!strcmp(name, "name"))
        return buffer_puts(out, call->name);
    if (!strcmp(name, "Class"))
        return put_pascal(scope, scope->signature->name, out);
    if (!strcmp(name, "class"))
        return buffer_puts(out, scope->signature->name);
    if (!strcmp(name, "parameter") && scope->parameter)
        return put_cased(scope, scope->parameter->name, "parameter", out);
    if (!strcmp(name, "text") && scope->text)
        return buffer_puts(out, scope->text);
    *known = false;
    return 0;
}

/* As an argument of a generic type, where that is another one. */
/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
static int put_boxed(const struct scope *scope, const struct signature_type *type,
                     struct buffer *out)
{
    struct section section = scope_section(scope, "boxed", type->name);
    struct scope inner = *scope;

    inner.type = type;
    return section.found ? scope_expand(&inner, section, out) : put_type(scope, type, out);
}

/* "type", "type.name", "type.Name", "type.text"; likewise result, element, key. */
/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
static int put_type_value(const struct scope *scope, const char *name, struct buffer *out,
                          bool *known)
{
    const struct signature_type *type = scope->type;
    const struct {
        const char *name;
        const struct signature_type *type;
    } rows[] = { { "type", type },
                 { "result", scope->call->result },
                 { "element", type ? type->element : NULL },
                 { "key", type ? type->key : NULL } };

    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t length = strlen(rows[i].name);

        if (strncmp(name, rows[i].name, length) != 0 || !rows[i].type)
            continue;
        *known = true;
        if (!name[length])
            return put_type(scope, rows[i].type, out);
        if (!strcmp(name + length, ".name"))
            return buffer_puts(out, rows[i].type->name);
        if (!strcmp(name + length, ".Name"))
            return put_pascal(scope, rows[i].type->name, out);
        if (!strcmp(name + length, ".text"))
            return buffer_puts(out, rows[i].type->text);
        if (!strcmp(name + length, ".boxed"))
            return put_boxed(scope, rows[i].type, out);
        *known = false;
    }
    return 0;
}

/* What is made of several parts. */
static const struct list_row {
    const char *name, *section, *between;
    int (*put)(const struct scope *scope, const char *section, const char *between,
               struct buffer *out);
} list_rows[] = {
    { "parameters", "parameter", ", ", put_each_parameter },
    { "arguments", "argument", ", ", put_each_parameter },
    { "reads", "read parameter", "\n", put_each_parameter },
    { "unused", "unused", "\n", put_each_parameter },
    { "methods", "method", "\n\n", put_each_method },
    { "prototypes", "prototype", "\n", put_each_method },
    { "cases", "case", "\n", put_each_method },
    { "types", "types", "\n\n", put_each_type },
    { "imports", "import", "\n", put_each_type },
    { "aliases", "alias", "\n", put_each_type },
    { "node.imports", "node import", "\n", put_each_type },
    { "node.names", "node name", ", ", put_each_type },
    { "driver.imports", "driver import", "\n", put_each_type },
};

static int put_doc_of_class(const struct scope *scope, struct buffer *out)
{
    return put_doc(scope, true, out);
}

static int put_doc_of_call(const struct scope *scope, struct buffer *out)
{
    return put_doc(scope, false, out);
}

static int put_comma(const struct scope *scope, struct buffer *out)
{
    return scope->call->parameter_count ? buffer_puts(out, ", ") : 0;
}

static int put_mark(const struct scope *scope, const char *which, struct buffer *out)
{
    return scope->marked ? scope_expand(scope, scope_section(scope, "mark", which), out) : 0;
}

static int put_mark_collect(const struct scope *scope, struct buffer *out)
{
    return put_mark(scope, "collect", out);
}

static int put_mark_begin(const struct scope *scope, struct buffer *out)
{
    return put_mark(scope, "begin", out);
}

static int put_mark_end(const struct scope *scope, struct buffer *out)
{
    return put_mark(scope, "end", out);
}

static int put_mark_function(const struct scope *scope, struct buffer *out)
{
    return put_mark(scope, "function", out);
}

static const struct part_row {
    const char *name;
    int (*put)(const struct scope *scope, struct buffer *out);
} part_rows[] = {
    { "writes", put_writes },
    { "call", put_call },
    { "doc", put_doc_of_call },
    { "class.doc", put_doc_of_class },
    { "codecs", put_codecs },
    { "default", put_default },
    { "stub", put_stub },
    { "returns", put_returns },
    { "row", put_row },
    { "more.parameters", put_comma },
    { "mark.begin", put_mark_begin },
    { "mark.collect", put_mark_collect },
    { "mark.end", put_mark_end },
    { "mark.function", put_mark_function },
};

/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
static int put_parts(const struct scope *scope, const char *name, struct buffer *out, bool *known)
{
    static const char *const both[] = { "main",      "declaration", "invoke",
                                        "candidate", "load",        "source" };

    *known = true;
    for (size_t i = 0; i < COUNT(list_rows); i++)
        if (!strcmp(list_rows[i].name, name))
            return list_rows[i].put(scope, list_rows[i].section, list_rows[i].between, out);
    for (size_t i = 0; i < COUNT(part_rows); i++)
        if (!strcmp(part_rows[i].name, name))
            return part_rows[i].put(scope, out);
    for (size_t i = 0; i < COUNT(both); i++)
        if (!strcmp(both[i], name))
            return put_main(scope, name, out);
    *known = false;
    return 0;
}

/* The value of a placeholder. *known false: there is none of this name here. */
/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
static int put_value(const struct scope *scope, const char *name, struct buffer *out, bool *known)
{
    int code = put_name(scope, name, out, known);

    if (code == 0 && !*known)
        code = put_parts(scope, name, out, known);
    if (code == 0 && !*known)
        code = put_type_value(scope, name, out, known);
    return code;
}

/* ---- Expanding ----------------------------------------------------------------------------- */

/* The length of "@name@" at `at`, 0 where there is none; *name gets what is between. */
static size_t placeholder(const char *at, const char *end, char *name, size_t size)
{
    size_t length = 1;

    if (*at != '@')
        return 0;
    while (at + length < end && (isalpha((unsigned char) at[length]) || at[length] == '.'))
        length++;
    if (length == 1 || length - 1 >= size || at + length >= end || at[length] != '@')
        return 0;
    memcpy(name, at + 1, length - 1);
    name[length - 1] = '\0';
    return length + 1;
}

/* How many blanks there are between the last line end in `out` and its end; -1 where there is more
 * than blanks. */
static int indentation(const struct buffer *out)
{
    size_t at = out->size;

    while (at > 0 && (out->data[at - 1] == ' ' || out->data[at - 1] == '\t'))
        at--;
    return at == 0 || out->data[at - 1] == '\n' ? (int) (out->size - at) : -1;
}

/* Every line but the first gets the blanks that `out` ends with. */
static int put_indented(struct buffer *out, const struct buffer *value, int blanks)
{
    AUTO_BUFFER struct buffer prefix = { 0 };
    int code =
        blanks > 0 ? buffer_append(&prefix, out->data + out->size - blanks, (size_t) blanks) : 0;

    for (const char *at = value->data; *at && code == 0;) {
        size_t length = strcspn(at, "\n");

        code = buffer_append(out, at, length + (at[length] == '\n'));
        at += length + (at[length] == '\n');
        if (code == 0 && at[-1] == '\n' && *at && *at != '\n')
            code = buffer_append(out, prefix.data ? prefix.data : "", prefix.size);
    }
    return code;
}

/* Takes what is before an empty value off its line, and says how much behind it goes too. */
static size_t drop_line(struct buffer *out, int blanks, const char *rest, const char *end)
{
    if (blanks < 0 || (rest < end && *rest != '\n'))
        return 0;
    out->size -= (size_t) blanks;
    if (out->data)
        out->data[out->size] = '\0';
    return rest < end;
}

/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
int scope_expand(const struct scope *scope, struct section section, struct buffer *out)
{
    const char *end = section.text + section.size;
    int code = 0;

    for (const char *at = section.text; at < end && code == 0;) {
        AUTO_BUFFER struct buffer value = { 0 };
        char name[32];
        size_t length = placeholder(at, end, name, sizeof(name));
        bool known = false;

        if (length)
            code = put_value(scope, name, &value, &known);
        if (code == 0 && !known) {
            code = buffer_append(out, at++, 1);
            continue;
        }
        at += length;
        int blanks = indentation(out);
        if (!value.size)
            at += drop_line(out, blanks, at, end);
        else if (code == 0)
            code = put_indented(out, &value, blanks);
        /* The star of a pointer is written at the name. */
        if (value.size && value.data[value.size - 1] == '*' && at < end && *at == ' ')
            at++;
    }
    return code;
}
