/*
 * From what a person writes, JSON-like values with names, to test data. Values go from text to
 * text: both sides have the same order, so that one pass over the type suffices, without a tree of
 * values in between, and an input of many megabytes costs no more than its size. Recursion follows
 * the type, whose depth is bounded, never the data.
 */
#include "judge/signature/cursor.h"
#include "judge/signature/internal.h"

#include <errno.h>
#include <string.h>

static int text_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out);

static bool one_line(const struct signature_type *type)
{
    return type->kind == SIGNATURE_TREE || type->kind == SIGNATURE_LINKED ||
           (type->kind == SIGNATURE_LIST && type_is_flat(type->element));
}

/* A list in brackets: its length, then its elements. Those of one token share a line. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int text_list(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer elements = { 0 };
    bool line = one_line(type);
    size_t count = 0;
    int code = cursor_need(cursor, '[');

    while (code == 0 && !cursor_take(cursor, ']')) {
        if (count > 0)
            code = cursor_need(cursor, ',');
        if (code == 0 && line && count > 0)
            code = buffer_puts(&elements, " ") < 0 ? cursor_no_memory(cursor) : 0;
        if (code == 0)
            code = line ? cursor_copy_flat(cursor, type->element, &elements)
                        : text_value(cursor, type->element, &elements);
        count++;
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu\n", count) < 0 ||
        buffer_append(out, elements.data ? elements.data : "", elements.size) < 0 ||
        (line && buffer_puts(out, "\n") < 0))
        return cursor_no_memory(cursor);
    return 0;
}

/* Level by level; null where a child is missing. `slots`: places where a node may be. */
static int tree_token(struct cursor *cursor, const struct signature_type *type, size_t count,
                      size_t *slots, struct buffer *out)
{
    int code = 0;

    if (*slots == 0)
        return cursor_expected(cursor, "no more: this node has no parent");
    --*slots;
    if (count > 0 && buffer_puts(out, " ") < 0)
        return cursor_no_memory(cursor);
    if (cursor_take_word(cursor, "null"))
        return buffer_puts(out, "null") < 0 ? cursor_no_memory(cursor) : 0;
    code = cursor_copy_flat(cursor, type->element, out);
    *slots += 2;
    return code;
}

static int text_tree(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer tokens = { 0 };
    size_t count = 0, slots = 1, kept = 0, kept_bytes = 0;
    int code = cursor_need(cursor, '[');

    while (code == 0 && !cursor_take(cursor, ']')) {
        size_t before = slots;

        if (count > 0)
            code = cursor_need(cursor, ',');
        cursor_skip(cursor);
        if (code == 0)
            code = tree_token(cursor, type, count++, &slots, &tokens);
        if (slots > before) {
            kept = count; /* nulls at the end say nothing */
            kept_bytes = tokens.size;
        }
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu\n", kept) < 0 ||
        buffer_append(out, tokens.data ? tokens.data : "", kept_bytes) < 0 ||
        buffer_puts(out, "\n") < 0)
        return cursor_no_memory(cursor);
    return 0;
}

static int text_row(struct cursor *cursor, const struct signature_type *type, size_t *ret_count,
                    struct buffer *out)
{
    int code = cursor_need(cursor, '[');

    *ret_count = 0;
    while (code == 0 && !cursor_take(cursor, ']')) {
        if (*ret_count > 0)
            code = cursor_need(cursor, ',');
        if (code == 0 && *ret_count > 0 && buffer_puts(out, " ") < 0)
            code = cursor_no_memory(cursor);
        if (code == 0)
            code = cursor_copy_flat(cursor, type->element, out);
        ++*ret_count;
    }
    return code == 0 && buffer_puts(out, "\n") < 0 ? cursor_no_memory(cursor) : code;
}

static int text_matrix(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer rows = { 0 };
    size_t count = 0, columns = 0, width;
    int code = cursor_need(cursor, '[');

    while (code == 0 && !cursor_take(cursor, ']')) {
        if (count > 0)
            code = cursor_need(cursor, ',');
        if (code == 0)
            code = text_row(cursor, type, &width, &rows);
        if (code == 0 && count > 0 && width != columns)
            code = cursor_expected(cursor, "rows of one length before");
        if (code == 0)
            columns = width;
        count++;
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu %zu\n", count, columns) < 0 ||
        buffer_append(out, rows.data ? rows.data : "", rows.size) < 0)
        return cursor_no_memory(cursor);
    return 0;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int text_map(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    AUTO_BUFFER struct buffer entries = { 0 };
    size_t count = 0;
    int code = cursor_need(cursor, '{');

    while (code == 0 && !cursor_take(cursor, '}')) {
        if (count > 0)
            code = cursor_need(cursor, ',');
        if (code == 0)
            code = text_value(cursor, type->key, &entries);
        if (code == 0)
            code = cursor_need(cursor, ':');
        if (code == 0)
            code = text_value(cursor, type->element, &entries);
        count++;
    }
    if (code < 0)
        return code;
    if (buffer_printf(out, "%zu\n", count) < 0 ||
        buffer_append(out, entries.data ? entries.data : "", entries.size) < 0)
        return cursor_no_memory(cursor);
    return 0;
}

/* A value in lines of its own. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int text_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    int code;

    switch (type->kind) {
    case SIGNATURE_LIST:
    case SIGNATURE_LINKED:
        return text_list(cursor, type, out);
    case SIGNATURE_TREE:
        return text_tree(cursor, type, out);
    case SIGNATURE_MATRIX:
        return text_matrix(cursor, type, out);
    case SIGNATURE_MAP:
        return text_map(cursor, type, out);
    case SIGNATURE_OPTIONAL:
        if (cursor_take_word(cursor, "null"))
            return buffer_puts(out, "null\n") < 0 ? cursor_no_memory(cursor) : 0;
        return text_value(cursor, type->element, out);
    case SIGNATURE_STRING:
        code = cursor_copy_string(cursor, out);
        break;
    default:
        code = cursor_copy_flat(cursor, type, out);
    }
    return code == 0 && buffer_puts(out, "\n") < 0 ? cursor_no_memory(cursor) : code;
}

/* All parameters and their types, for messages. */
static int wanted_parameters(struct cursor *cursor, const struct signature_call *call)
{
    AUTO_BUFFER struct buffer text = { 0 };
    int code = call->parameter_count ? 0 : buffer_puts(&text, "no parameters");

    for (size_t i = 0; i < call->parameter_count && code == 0; i++)
        code = buffer_printf(&text, "%s%s: %s", i ? ", " : "", call->parameters[i].name,
                             call->parameters[i].type->text);
    if (code == 0)
        error_remedy(cursor->error, "%s takes %s", call->name, text.data);
    return cursor->error->code;
}

static int find_parameter(struct cursor *cursor, const struct signature_call *call, size_t *ret)
{
    size_t length;

    cursor_skip(cursor);
    length = cursor_word(cursor);
    for (size_t i = 0; i < call->parameter_count; i++)
        if (length && strlen(call->parameters[i].name) == length &&
            memcmp(call->parameters[i].name, cursor->at, length) == 0) {
            cursor->at += length;
            *ret = i;
            return 0;
        }
    cursor_expected(cursor, "the name of a parameter");
    return wanted_parameters(cursor, call);
}

static int write_parts(struct cursor *cursor, const struct buffer *parts, size_t count,
                       struct buffer *out)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i].data && buffer_append(out, parts[i].data, parts[i].size) < 0)
            return cursor_no_memory(cursor);
    return 0;
}

/* One "name = value" after the other, in any order. */
static int text_named(struct cursor *cursor, const struct signature_call *call,
                      struct buffer *parts)
{
    size_t index = 0;
    int code = 0;

    for (size_t given = 0; code == 0; given++) {
        cursor_skip(cursor);
        if (cursor->at == cursor->end)
            break;
        if (given > 0)
            code = cursor_need(cursor, ',');
        if (code == 0)
            code = find_parameter(cursor, call, &index);
        if (code == 0 && parts[index].size)
            code = error_set(cursor->error, -EINVAL, "%s: '%s' is given twice", cursor->what,
                             call->parameters[index].name);
        if (code == 0)
            code = cursor_need(cursor, '=');
        if (code == 0)
            code = text_value(cursor, call->parameters[index].type, &parts[index]);
        if (code == -EINVAL && !cursor->error->remedy[0])
            wanted_parameters(cursor, call);
    }
    for (size_t i = 0; i < call->parameter_count && code == 0; i++)
        if (!parts[i].size) {
            error_set(cursor->error, -EINVAL, "%s: '%s' is missing", cursor->what,
                      call->parameters[i].name);
            code = wanted_parameters(cursor, call);
        }
    return code;
}

static int text_function(struct cursor *cursor, const struct signature_call *call,
                         struct buffer *out)
{
    struct buffer *parts = calloc(call->parameter_count + 1, sizeof(*parts));
    int code = parts ? text_named(cursor, call, parts) : cursor_no_memory(cursor);

    if (code == 0 && parts)
        code = write_parts(cursor, parts, call->parameter_count, out);
    for (size_t i = 0; parts && i < call->parameter_count; i++)
        buffer_clear(&parts[i]);
    free(parts);
    return code;
}

/* "(value, value)"; a parameter may be named, but the order is that of the signature. */
static int text_arguments(struct cursor *cursor, const struct signature_call *call,
                          struct buffer *out)
{
    int code = cursor_need(cursor, '(');

    for (size_t i = 0; i < call->parameter_count && code == 0; i++) {
        if (i > 0)
            code = cursor_need(cursor, ',');
        if (code == 0 && cursor_take_word(cursor, call->parameters[i].name))
            code = cursor_need(cursor, '=');
        if (code == 0)
            code = text_value(cursor, call->parameters[i].type, out);
    }
    if (code == 0)
        code = cursor_need(cursor, ')');
    return code == -EINVAL ? wanted_parameters(cursor, call) : code;
}

static int text_class(struct cursor *cursor, const struct signature *signature, struct buffer *out)
{
    AUTO_BUFFER struct buffer calls = { 0 };
    const char *name = name_in_case(signature->arena, signature->name, CASE_PASCAL);
    size_t count = 0, index = 0;
    int code = 0;

    if (!name)
        return cursor_no_memory(cursor);
    if (!cursor_take_word(cursor, name) && !cursor_take_word(cursor, signature->name))
        return cursor_expected(cursor, name);
    code = text_arguments(cursor, &signature->calls[0], out);
    while (code == 0) {
        cursor_skip(cursor);
        if (cursor->at == cursor->end)
            break;
        code = cursor_need(cursor, ',');
        if (code == 0)
            code = cursor_method(cursor, signature, &index);
        if (code == 0 && buffer_printf(&calls, "%s\n", signature->calls[index].name) < 0)
            code = cursor_no_memory(cursor);
        if (code == 0)
            code = text_arguments(cursor, &signature->calls[index], &calls);
        count++;
    }
    if (code == 0 && (buffer_printf(out, "%zu\n", count) < 0 ||
                      buffer_append(out, calls.data ? calls.data : "", calls.size) < 0))
        code = cursor_no_memory(cursor);
    return code;
}

int signature_input(const struct signature *signature, const char *text, struct buffer *out,
                    struct error *error)
{
    struct cursor cursor = { text, text, text + strlen(text), "input", error };

    *error = (struct error){ 0 };
    return signature->is_class ? text_class(&cursor, signature, out)
                               : text_function(&cursor, &signature->calls[0], out);
}
