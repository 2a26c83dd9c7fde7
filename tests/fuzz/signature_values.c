/*
 * Call text, test data and sources of any bytes, for functions of every kind of type. The first
 * byte says which type, and which of the three.
 *
 * Properties: call text that is taken gives data that are taken; these give a text that gives the
 * same data again. Data that are taken give a text that is taken. A refusal has a message of one
 * line. Looking at a source comes to an end, and a fault is a sentence.
 */
#include "judge/signature/signature.h"

#include "tests/fuzz/fuzz.h"

#include <errno.h>

static const char *const types[] = {
    "int",
    "long",
    "double",
    "bool",
    "string",
    "list<string>",
    "matrix<int>",
    "tree<long>",
    "map<string, list<optional<int>>>",
    "linked<double>",
    "list<list<list<bool>>>",
    "optional<list<string>>",
};

/* A function of one parameter of that type, which it returns. */
static struct signature *echo_of(const char *type)
{
    struct arena *arena = arena_new();
    struct signature *signature = arena ? arena_alloc(arena, sizeof(*signature)) : NULL;
    struct signature_call *call = arena ? arena_alloc(arena, sizeof(*call)) : NULL;
    struct signature_parameter *parameter = arena ? arena_alloc(arena, sizeof(*parameter)) : NULL;
    struct error error;

    if (!signature || !call || !parameter ||
        signature_type_parse(arena, type, &parameter->type, &error) < 0)
        abort();
    parameter->name = "a";
    *call = (struct signature_call){ "echo", "", parameter, 1, parameter->type };
    *signature = (struct signature){ arena, false, "echo", "", call, 1 };
    return signature;
}

static void check_refusal(int code, const struct error *error)
{
    fuzz_check(code == -EINVAL && error->message[0]);
    fuzz_check(!strchr(error->message, '\n'));
}

static void feed_text(const struct signature *signature, const char *text)
{
    AUTO_BUFFER struct buffer data = { 0 };
    AUTO_BUFFER struct buffer back = { 0 };
    AUTO_BUFFER struct buffer again = { 0 };
    struct error error;
    int code = signature_input(signature, text, &data, &error);

    if (code < 0) {
        check_refusal(code, &error);
        return;
    }
    fuzz_check(signature_call_text(signature, data.data, data.size, &back, &error) == 0);
    fuzz_check(signature_input(signature, back.data, &again, &error) == 0);
    fuzz_check(strcmp(data.data, again.data) == 0);
}

static void feed_data(const struct signature *signature, const char *data, size_t size)
{
    AUTO_BUFFER struct buffer text = { 0 };
    AUTO_BUFFER struct buffer back = { 0 };
    struct error error;
    int code = signature_call_text(signature, data, size, &text, &error);

    if (code < 0) {
        check_refusal(code, &error);
        return;
    }
    /* A tree of data may have nodes without a parent, which no text has. */
    code = signature_input(signature, text.data, &back, &error);
    fuzz_check(code == 0 || signature->calls[0].result->kind == SIGNATURE_TREE);
}

static void feed_source(const struct signature *signature, const char *text, size_t size)
{
    struct arena *arena = arena_new();

    for (size_t i = 0; arena && signature_languages[i]; i++) {
        enum signature_style style = SIGNATURE_FUNCTION;
        const char *fault = NULL;

        fuzz_check(signature_look(signature, signature_languages[i], text, size, arena, &style,
                                  &fault) == 0);
        fuzz_check((style == SIGNATURE_FAULTY) == (fault != NULL));
    }
    arena_free(arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    struct fuzz_input rest = { data + 1, size - 1 };
    struct signature *signature = echo_of(types[data[0] / 3 % COUNT(types)]);
    char *text = fuzz_text(rest);

    switch (data[0] % 3) {
    case 0:
        feed_text(signature, text);
        break;
    case 1:
        feed_data(signature, text, rest.size);
        break;
    default:
        feed_source(signature, text, rest.size);
    }
    free(text);
    signature_free(signature);
    return 0;
}
