/*
 * Values of placeholders that are made of several parts: one for each parameter, method or type,
 * and the documentation of a starter.
 */
#include "judge/signature/scope.h"

#include <string.h>

#define MOST_TYPES 64
#define EXAMPLE_BYTES 200

/* ---- Values -------------------------------------------------------------------------------- */

int put_type(const struct scope *scope, const struct signature_type *type, struct buffer *out)
{
    struct scope inner = *scope;

    inner.type = type;
    return scope_expand(&inner, scope_type_section(scope, "type", type), out);
}

int put_cased(const struct scope *scope, const char *name, const char *what, struct buffer *out)
{
    const char *text = name_in_case(scope->arena, name, template_case(scope->language, what));

    return text ? buffer_puts(out, text) : -ENOMEM;
}

int put_pascal(const struct scope *scope, const char *name, struct buffer *out)
{
    const char *text = name_in_case(scope->arena, name, CASE_PASCAL);

    return text ? buffer_puts(out, text) : -ENOMEM;
}

/* Expands the section for each parameter. */
int put_each_parameter(const struct scope *scope, const char *what, const char *between,
                       struct buffer *out)
{
    struct scope inner = *scope;
    int code = 0;

    for (size_t i = 0; i < scope->call->parameter_count && code == 0; i++) {
        inner.parameter = &scope->call->parameters[i];
        inner.type = inner.parameter->type;
        if (i > 0)
            code = buffer_puts(out, between);
        if (code == 0)
            code = scope_expand(&inner, scope_parameter_section(&inner, what), out);
    }
    return code;
}

int put_each_method(const struct scope *scope, const char *what, const char *between,
                    struct buffer *out)
{
    struct scope inner = *scope;
    int code = 0;

    for (size_t i = 1; i < scope->signature->call_count && code == 0; i++) {
        inner.call = &scope->signature->calls[i];
        if (i > 1)
            code = buffer_puts(out, between);
        if (code == 0)
            code = scope_expand(&inner, scope_section(&inner, what, ""), out);
    }
    return code;
}

/* The result, then what was changed in place; of a method that returns nothing, null. */
int put_writes(const struct scope *scope, struct buffer *out)
{
    struct scope inner = *scope;
    bool nothing = scope->call->result->kind == SIGNATURE_VOID;
    const char *between = "";
    int code = 0;

    inner.type = scope->call->result;
    if (!nothing || scope->signature->is_class) {
        code =
            scope_expand(&inner, scope_section(scope, "write", nothing ? "void" : "result"), out);
        between = "\n";
    }
    for (size_t i = 0; i < scope->call->parameter_count && code == 0; i++) {
        inner.parameter = &scope->call->parameters[i];
        inner.type = inner.parameter->type;
        if (!inner.parameter->changed)
            continue;
        code = buffer_puts(out, between);
        if (code == 0)
            code = scope_expand(&inner, scope_section(scope, "write", "changed"), out);
        between = "\n";
    }
    return code;
}

static int put_by_result(const struct scope *scope, const char *what, struct buffer *out)
{
    bool nothing = scope->call->result->kind == SIGNATURE_VOID;
    struct scope inner = *scope;

    inner.type = scope->call->result;
    return scope_expand(&inner, scope_section(scope, what, nothing ? "void" : "value"), out);
}

/* What a row of the matrix is. */
int put_row(const struct scope *scope, struct buffer *out)
{
    return scope->type ? scope_expand(scope, scope_type_section(scope, "row", scope->type), out)
                       : 0;
}

int put_call(const struct scope *scope, struct buffer *out)
{
    return put_by_result(scope, "call", out);
}

int put_stub(const struct scope *scope, struct buffer *out)
{
    return put_by_result(scope, "stub", out);
}

/* How a result is declared, where a language says nothing for void. */
int put_returns(const struct scope *scope, struct buffer *out)
{
    return put_by_result(scope, "returns", out);
}

static bool is_constructor(const struct scope *scope)
{
    return scope->signature->is_class && scope->call == &scope->signature->calls[0];
}

/* ---- Documentation ------------------------------------------------------------------------- */

static int put_doc_line(const struct scope *scope, const char *text, size_t size,
                        struct buffer *out)
{
    struct scope inner = *scope;

    inner.text = arena_strndup(scope->arena, text, size);
    int code = inner.text ? buffer_puts(out, "\n") : -ENOMEM;
    if (code == 0)
        code = scope_expand(&inner, scope_section(scope, "doc", size ? "line" : "empty"), out);
    return code;
}

static int put_doc_lines(const struct scope *scope, const char *text, struct buffer *out)
{
    int code = 0;

    while (*text && code == 0) {
        size_t length = strcspn(text, "\n");

        code = put_doc_line(scope, text, length, out);
        text += length + (text[length] == '\n');
    }
    return code;
}

static const char *example_text(const struct scope *scope)
{
    const struct signature_example *example = scope->example;
    const char *name;

    if (!example || !example->input || !example->result ||
        strlen(example->input) + strlen(example->result) > EXAMPLE_BYTES)
        return "";
    if (scope->signature->is_class)
        return arena_printf(scope->arena, "Example:\n    %s\n    gives %s", example->input,
                            example->result);
    name =
        name_in_case(scope->arena, scope->call->name, template_case(scope->language, "function"));
    return name
               ? arena_printf(scope->arena, "Example:\n    %s(%s)\n    %s %s", name, example->input,
                              scope->call->result->kind == SIGNATURE_VOID ? "leaves" : "returns",
                              example->result)
               : NULL;
}

/* Where a language has no place for types but the comment. */
static int put_doc_types(const struct scope *scope, struct buffer *out)
{
    struct section section = scope_section(scope, "doc", "parameter");
    struct scope inner = *scope;
    int code = section.found && scope->call->parameter_count && out->size
                   ? put_doc_line(scope, "", 0, out)
                   : 0;

    for (size_t i = 0; section.found && i < scope->call->parameter_count && code == 0; i++) {
        inner.parameter = &scope->call->parameters[i];
        inner.type = inner.parameter->type;
        code = buffer_puts(out, "\n");
        if (code == 0)
            code = scope_expand(&inner, section, out);
    }
    if (code < 0 || !section.found || is_constructor(scope) ||
        scope->call->result->kind == SIGNATURE_VOID)
        return code;
    inner.type = scope->call->result;
    code = buffer_puts(out, "\n");
    return code < 0 ? code : scope_expand(&inner, scope_section(scope, "doc", "result"), out);
}

/* The comment of a function, of a class with `whole`, or of one of its methods. */
int put_doc(const struct scope *scope, bool whole, struct buffer *out)
{
    AUTO_BUFFER struct buffer lines = { 0 };
    bool top = whole || !scope->signature->is_class;
    const char *doc = whole ? scope->signature->doc : scope->call->doc;
    const char *example = top ? example_text(scope) : "";
    int code = example ? put_doc_lines(scope, doc, &lines) : -ENOMEM;

    if (code == 0 && *doc && *example)
        code = put_doc_line(scope, "", 0, &lines);
    if (code == 0 && *example)
        code = put_doc_lines(scope, example, &lines);
    if (code == 0 && !whole)
        code = put_doc_types(scope, &lines);
    if (code < 0 || !lines.size)
        return code;
    struct section begin = scope_section(scope, "doc", "begin");
    struct section end = scope_section(scope, "doc", "end");
    /* Each line brings its line end before it; without an opening line the first has to go. */
    code = begin.found ? buffer_append(out, begin.text, begin.size) : 0;
    if (code == 0)
        code = buffer_puts(out, lines.data + !begin.found);
    if (code == 0 && end.found)
        code = buffer_puts(out, "\n");
    return code == 0 && end.found ? buffer_append(out, end.text, end.size) : code;
}

/* ---- Types that a signature uses ----------------------------------------------------------- */

struct used_type {
    const struct signature_type *type;
    bool read, written;
};

struct used_types {
    struct used_type items[MOST_TYPES];
    size_t count;
};

/* Elements come before what holds them. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static void use_type(struct used_types *used, const struct signature_type *type, bool read,
                     bool written)
{
    size_t i = 0;

    if (type->key)
        use_type(used, type->key, read, written);
    if (type->element)
        use_type(used, type->element, read, written);
    while (i < used->count && strcmp(used->items[i].type->name, type->name) != 0)
        i++;
    if (i == MOST_TYPES)
        return;
    if (i == used->count)
        used->items[used->count++] = (struct used_type){ type, false, false };
    used->items[i].read |= read;
    used->items[i].written |= written;
}

static void find_used(const struct signature *signature, struct used_types *used)
{
    used->count = 0;
    for (size_t i = 0; i < signature->call_count; i++) {
        const struct signature_call *call = &signature->calls[i];

        for (size_t k = 0; k < call->parameter_count; k++)
            use_type(used, call->parameters[k].type, true, call->parameters[k].changed);
        if (call->result->kind != SIGNATURE_VOID)
            use_type(used, call->result, false, true);
    }
}

/* Whether every line of the text is in `out` already, as an import of another type. */
static bool has_lines(const struct buffer *out, const char *text)
{
    while (out->data && *text) {
        size_t length = strcspn(text, "\n");
        const char *at = out->data;

        while (at && !(strncmp(at, text, length) == 0 && (!at[length] || at[length] == '\n'))) {
            at = strchr(at, '\n');
            at += at != NULL;
        }
        if (!at)
            return false;
        text += length + (text[length] == '\n');
    }
    return out->data != NULL;
}

/* Adds the lines of an import that are not there yet. */
static int put_new_lines(const char *text, const char *between, struct buffer *out)
{
    int code = 0;

    while (*text && code == 0) {
        char line[256];
        size_t length = strcspn(text, "\n");

        snprintf(line, sizeof(line), "%.*s", (int) length, text);
        if (!has_lines(out, line)) {
            code = out->size ? buffer_puts(out, between) : 0;
            if (code == 0)
                code = buffer_puts(out, line);
        }
        text += length + (text[length] == '\n');
    }
    return code;
}

/* Expands the section for each type, once where several types give the same. */
int put_each_type(const struct scope *scope, const char *what, const char *between,
                  struct buffer *out)
{
    struct used_types used;
    struct scope inner = *scope;
    int code = 0;

    find_used(scope->signature, &used);
    for (size_t i = 0; i < used.count && code == 0; i++) {
        AUTO_BUFFER struct buffer text = { 0 };

        inner.type = used.items[i].type;
        struct section section = scope_type_section(&inner, what, inner.type);
        if (!section.found)
            section = scope_section(&inner, what, "");
        code = scope_expand(&inner, section, &text);
        if (code < 0 || !text.size || has_lines(out, text.data))
            continue;
        if (strcmp(between, "\n\n") != 0) {
            code = put_new_lines(text.data, between, out);
            continue;
        }
        code = out->size ? buffer_puts(out, between) : 0;
        if (code == 0)
            code = buffer_append(out, text.data, text.size);
    }
    return code;
}

static int put_codec(const struct scope *scope, const char *what, struct buffer *out)
{
    struct section section = scope_type_section(scope, what, scope->type);
    int code = section.found && out->size ? buffer_puts(out, "\n\n") : 0;

    return code == 0 && section.found ? scope_expand(scope, section, out) : code;
}

int put_codecs(const struct scope *scope, struct buffer *out)
{
    struct used_types used;
    struct scope inner = *scope;
    int code = 0;

    find_used(scope->signature, &used);
    for (size_t i = 0; i < used.count && code == 0; i++) {
        inner.type = used.items[i].type;
        if (used.items[i].read)
            code = put_codec(&inner, "read", out);
        if (code == 0 && used.items[i].written)
            code = put_codec(&inner, "write", out);
    }
    return code;
}

bool uses_nodes(const struct signature *signature)
{
    struct used_types used;

    find_used(signature, &used);
    for (size_t i = 0; i < used.count; i++)
        if (used.items[i].type->kind == SIGNATURE_TREE ||
            used.items[i].type->kind == SIGNATURE_LINKED)
            return true;
    return false;
}
