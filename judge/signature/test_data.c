/*
 * From test data, and from what a driver printed, to what a person reads. The other way is in
 * call_text.c; the same holds here: one pass over the type, no tree in between.
 */
#include "judge/signature/cursor.h"
#include "judge/signature/internal.h"

#include <errno.h>
#include <string.h>

static int data_count(struct cursor *cursor, size_t *ret)
{
    char token[32], *end;
    size_t length;

    cursor_skip(cursor);
    length = cursor_number(cursor, token, sizeof(token));
    unsigned long long value = strtoull(token, &end, 10);
    if (length == 0 || *end || token[0] == '-' || token[0] == '+' ||
        value > (unsigned long long) (cursor->end - cursor->start))
        return cursor_expected(cursor, "a length");
    cursor->at += length;
    *ret = (size_t) value;
    return 0;
}

static int put(struct cursor *cursor, struct buffer *out, const char *text)
{
    return buffer_puts(out, text) < 0 ? cursor_no_memory(cursor) : 0;
}

static int data_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out);

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int data_elements(struct cursor *cursor, const struct signature_type *element, size_t count,
                         bool nulls, struct buffer *out)
{
    int code = put(cursor, out, "[");

    for (size_t i = 0; i < count && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code = nulls && cursor_take_word(cursor, "null") ? put(cursor, out, "null")
                                                             : data_value(cursor, element, out);
    }
    return code < 0 ? code : put(cursor, out, "]");
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int data_matrix(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    size_t rows = 0, columns = 0;
    int code = data_count(cursor, &rows);

    if (code == 0)
        code = data_count(cursor, &columns);
    if (code == 0)
        code = put(cursor, out, "[");
    for (size_t i = 0; i < rows && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code = data_elements(cursor, type->element, columns, false, out);
    }
    return code < 0 ? code : put(cursor, out, "]");
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int data_map(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    size_t count = 0;
    int code = data_count(cursor, &count);

    if (code == 0)
        code = put(cursor, out, "{");
    for (size_t i = 0; i < count && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code = data_value(cursor, type->key, out);
        if (code == 0)
            code = put(cursor, out, ": ");
        if (code == 0)
            code = data_value(cursor, type->element, out);
    }
    return code < 0 ? code : put(cursor, out, "}");
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static int data_value(struct cursor *cursor, const struct signature_type *type, struct buffer *out)
{
    size_t count = 0;
    int code;

    switch (type->kind) {
    case SIGNATURE_VOID:
        return cursor_take_word(cursor, "null") ? put(cursor, out, "null")
                                                : cursor_expected(cursor, "null");
    case SIGNATURE_STRING:
        return cursor_copy_string(cursor, out);
    case SIGNATURE_LIST:
    case SIGNATURE_LINKED:
    case SIGNATURE_TREE:
        code = data_count(cursor, &count);
        return code < 0
                   ? code
                   : data_elements(cursor, type->element, count, type->kind == SIGNATURE_TREE, out);
    case SIGNATURE_MATRIX:
        return data_matrix(cursor, type, out);
    case SIGNATURE_MAP:
        return data_map(cursor, type, out);
    case SIGNATURE_OPTIONAL:
        return cursor_take_word(cursor, "null") ? put(cursor, out, "null")
                                                : data_value(cursor, type->element, out);
    default:
        return cursor_copy_flat(cursor, type, out);
    }
}

static int data_end(struct cursor *cursor)
{
    cursor_skip(cursor);
    return cursor->at == cursor->end ? 0 : cursor_expected(cursor, "the end");
}

static int data_arguments(struct cursor *cursor, const struct signature_call *call, bool named,
                          struct buffer *out)
{
    int code = 0;

    for (size_t i = 0; i < call->parameter_count && code == 0; i++) {
        if (i > 0)
            code = put(cursor, out, ", ");
        if (code == 0 && named)
            code = put(cursor, out, call->parameters[i].name);
        if (code == 0 && named)
            code = put(cursor, out, " = ");
        if (code == 0)
            code = data_value(cursor, call->parameters[i].type, out);
    }
    return code;
}

static int data_one_call(struct cursor *cursor, const struct signature_call *call, const char *name,
                         struct buffer *out)
{
    int code = put(cursor, out, name);

    if (code == 0)
        code = put(cursor, out, "(");
    if (code == 0)
        code = data_arguments(cursor, call, false, out);
    return code < 0 ? code : put(cursor, out, ")");
}

static int data_class(struct cursor *cursor, const struct signature *signature, struct buffer *out)
{
    const char *name = name_in_case(signature->arena, signature->name, CASE_PASCAL);
    size_t count = 0, index = 0;
    int code =
        name ? data_one_call(cursor, &signature->calls[0], name, out) : cursor_no_memory(cursor);

    if (code == 0)
        code = data_count(cursor, &count);
    for (size_t i = 0; i < count && code == 0; i++) {
        code = cursor_method(cursor, signature, &index);
        if (code == 0)
            code = put(cursor, out, ", ");
        if (code == 0)
            code =
                data_one_call(cursor, &signature->calls[index], signature->calls[index].name, out);
    }
    return code;
}

int signature_call_text(const struct signature *signature, const char *data, size_t size,
                        struct buffer *out, struct error *error)
{
    struct cursor cursor = { data, data, data + size, "test data", error };
    int code = signature->is_class ? data_class(&cursor, signature, out)
                                   : data_arguments(&cursor, &signature->calls[0], true, out);

    return code < 0 ? code : data_end(&cursor);
}

/* Passes over the arguments of a call. */
static int skip_arguments(struct cursor *cursor, const struct signature_call *call)
{
    AUTO_BUFFER struct buffer ignored = { 0 };

    return data_arguments(cursor, call, false, &ignored);
}

/* One value a method that the input calls. */
static int class_results(const struct signature *signature, struct cursor *input,
                         struct cursor *output, struct buffer *out)
{
    size_t count = 0, index = 0;
    int code = skip_arguments(input, &signature->calls[0]);

    if (code == 0)
        code = data_count(input, &count);
    for (size_t i = 0; i < count && code == 0; i++) {
        code = cursor_method(input, signature, &index);
        if (code == 0)
            code = skip_arguments(input, &signature->calls[index]);
        if (code == 0 && i > 0)
            code = put(output, out, ", ");
        if (code == 0)
            code = data_value(output, signature->calls[index].result, out);
    }
    return code;
}

static int function_results(const struct signature_call *call, struct cursor *output,
                            struct buffer *out)
{
    bool first = call->result->kind == SIGNATURE_VOID;
    int code = first ? 0 : data_value(output, call->result, out);

    for (size_t i = 0; i < call->parameter_count && code == 0; i++) {
        if (!call->parameters[i].changed)
            continue;
        code = put(output, out, first ? "" : ", ");
        if (code == 0)
            code = put(output, out, call->parameters[i].name);
        if (code == 0)
            code = put(output, out, " = ");
        if (code == 0)
            code = data_value(output, call->parameters[i].type, out);
        first = false;
    }
    return code;
}

int signature_result_text(const struct signature *signature, const char *input, size_t input_size,
                          const char *output, size_t output_size, struct buffer *out,
                          struct error *error)
{
    struct cursor calls = { input, input, input + input_size, "test data", error };
    struct cursor cursor = { output, output, output + output_size, "output", error };
    int code = signature->is_class ? class_results(signature, &calls, &cursor, out)
                                   : function_results(&signature->calls[0], &cursor, out);

    return code < 0 ? code : data_end(&cursor);
}
