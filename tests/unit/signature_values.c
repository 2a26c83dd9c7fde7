/* Values: from call text to test data and back; a round trip of random ones; what is refused. */
#include "judge/signature/signature.h"

#include "tests/unit/unit.h"

static struct error error;

/* A function of one parameter of that type, which it returns. */
static struct signature *echo_of(const char *type)
{
    struct arena *arena = arena_new();
    struct signature *signature = arena_alloc(arena, sizeof(*signature));
    struct signature_call *call = arena_alloc(arena, sizeof(*call));
    struct signature_parameter *parameter = arena_alloc(arena, sizeof(*parameter));

    ck_assert_int_eq(signature_type_parse(arena, type, &parameter->type, &error), 0);
    parameter->name = "a";
    *call = (struct signature_call){ "echo", "", parameter, 1, parameter->type };
    *signature = (struct signature){ arena, false, "echo", "", call, 1 };
    return signature;
}

static const struct {
    const char *type, *value, *data;
    const char *shown; /* what comes back; NULL: the value */
} values[] = {
    { "int", "-7", "-7\n", NULL },
    { "int", "2147483647", "2147483647\n", NULL },
    { "long", "-9223372036854775808", "-9223372036854775808\n", NULL },
    { "double", "2.5e-3", "2.5e-3\n", NULL },
    { "bool", "true", "true\n", NULL },
    { "string", "\"a b\"", "\"a b\"\n", NULL },
    { "string", "\"\\u00e4\\/\\n\\u0001\\ud83d\\ude00\"",
      "\"\xc3\xa4/\\n\\u0001\xf0\x9f\x98\x80\"\n", "\"\xc3\xa4/\\n\\u0001\xf0\x9f\x98\x80\"" },
    { "list<int>", "[1,2 , 3]", "3\n1 2 3\n", "[1, 2, 3]" },
    { "list<int>", "[]", "0\n\n", NULL },
    { "list<string>", "[\"a\", \"\"]", "2\n\"a\"\n\"\"\n", NULL },
    { "list<string>", "[]", "0\n", NULL },
    { "list<list<int>>", "[[1], [], [2, 3]]", "3\n1\n1\n0\n\n2\n2 3\n", NULL },
    { "list<optional<int>>", "[1, null]", "2\n1 null\n", NULL },
    { "matrix<int>", "[[1, 2], [3, 4]]", "2 2\n1 2\n3 4\n", NULL },
    { "matrix<int>", "[]", "0 0\n", NULL },
    { "optional<int>", "null", "null\n", NULL },
    { "optional<string>", "\"null\"", "\"null\"\n", NULL },
    { "optional<list<int>>", "[4]", "1\n4\n", NULL },
    { "map<string, int>", "{\"b\": 1, \"a\": 2}", "2\n\"b\"\n1\n\"a\"\n2\n", NULL },
    { "map<int, list<int>>", "{3: [1, 2]}", "1\n3\n2\n1 2\n", NULL },
    { "tree<int>", "[1, null, 2, 3, null, null]", "4\n1 null 2 3\n", "[1, null, 2, 3]" },
    { "tree<int>", "[]", "0\n\n", NULL },
    { "linked<int>", "[1, 2]", "2\n1 2\n", NULL },
    { "graph", "[[1], [0]]", "2\n1\n1\n1\n0\n", NULL },
};

START_TEST(a_value_goes_there_and_back)
{
    struct signature *signature = echo_of(values[_i].type);
    AUTO_BUFFER struct buffer data = { 0 };
    AUTO_BUFFER struct buffer call = { 0 };
    AUTO_BUFFER struct buffer result = { 0 };
    char text[256], shown[256];

    snprintf(text, sizeof(text), "a = %s", values[_i].value);
    snprintf(shown, sizeof(shown), "a = %s",
             values[_i].shown ? values[_i].shown : values[_i].value);
    ck_assert_msg(signature_input(signature, text, &data, &error) == 0, "%s", error.message);
    ck_assert_str_eq(data.data, values[_i].data);
    ck_assert_int_eq(signature_call_text(signature, data.data, data.size, &call, &error), 0);
    ck_assert_str_eq(call.data, shown);
    ck_assert_int_eq(signature_result_text(signature, data.data, data.size, data.data, data.size,
                                           &result, &error),
                     0);
    ck_assert_str_eq(result.data, shown + strlen("a = "));
    signature_free(signature);
}
END_TEST

static const struct {
    const char *type, *text, *what;
} refusals[] = {
    { "int", "", "'a' is missing" },
    { "int", "b = 1", "the name of a parameter, found 'b = 1'" },
    { "int", "a = 1, a = 2", "given twice" },
    { "int", "a = 1 2", "expected ','" },
    { "int", "a 1", "expected '='" },
    { "int", "a = 2147483648", "an int (-2147483648 to 2147483647)" },
    { "int", "a = 1.5", "an int" },
    { "int", "a = +1", "an int" },
    { "int", "a = \"1\"", "an int" },
    { "int", "a = null", "an int" },
    { "long", "a = 9223372036854775808", "a long" },
    { "double", "a = nan", "a double" },
    { "double", "a = 0x10", "a double" },
    { "bool", "a = True", "true or false" },
    { "bool", "a = trueish", "true or false" },
    { "string", "a = abc", "a string in double quotes" },
    { "string", "a = \"abc", "a closing '\"'" },
    { "string", "a = \"\\x\"", "behind a backslash" },
    { "string", "a = \"\\u0000\"", "NUL" },
    { "string", "a = \"\\ud800\"", "surrogate" },
    { "list<int>", "a = [1, [2]]", "an int" },
    { "list<int>", "a = [1, 2", "','" },
    { "list<int>", "a = 1", "'['" },
    { "list<int>", "a = [1,]", "an int" },
    { "matrix<int>", "a = [[1], [1, 2]]", "rows of one length" },
    { "map<string, int>", "a = {1: 2}", "a string" },
    { "tree<int>", "a = [null, 1]", "no parent" },
};

START_TEST(a_wrong_text_is_told_its_place)
{
    struct signature *signature = echo_of(refusals[_i].type);
    AUTO_BUFFER struct buffer data = { 0 };

    ck_assert_int_eq(signature_input(signature, refusals[_i].text, &data, &error), -EINVAL);
    ck_assert_msg(strstr(error.message, refusals[_i].what) != NULL, "%s", error.message);
    ck_assert_ptr_nonnull(strstr(error.remedy, "echo takes a: "));
    signature_free(signature);
}
END_TEST

/* ---- Random values -------------------------------------------------------------------------- */

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static void random_value(const struct signature_type *type, unsigned *state, struct buffer *out)
{
    static const char *const strings[] = { "\"\"", "\"a, b\"", "\"[\\\"]\"", "\"\\\\\"",
                                           "\"null\"" };
    unsigned count = next_random(state) % 4;

    switch (type->kind) {
    case SIGNATURE_BOOL:
        buffer_puts(out, count & 1 ? "true" : "false");
        return;
    case SIGNATURE_STRING:
        buffer_puts(out, strings[next_random(state) % COUNT(strings)]);
        return;
    case SIGNATURE_OPTIONAL:
        if (count == 0)
            buffer_puts(out, "null");
        else
            random_value(type->element, state, out);
        return;
    case SIGNATURE_LIST:
        buffer_puts(out, "[");
        for (unsigned i = 0; i < count; i++) {
            buffer_puts(out, i ? ", " : "");
            random_value(type->element, state, out);
        }
        buffer_puts(out, "]");
        return;
    case SIGNATURE_MAP:
        buffer_puts(out, "{");
        for (unsigned i = 0; i < count; i++) {
            buffer_puts(out, i ? ", " : "");
            random_value(type->key, state, out);
            buffer_puts(out, ": ");
            random_value(type->element, state, out);
        }
        buffer_puts(out, "}");
        return;
    default:
        buffer_printf(out, "%d", (int) next_random(state) % 2000 - 1000);
    }
}

START_TEST(random_values_come_back_as_they_were)
{
    static const char *const random_types[] = {
        "list<list<string>>",     "map<string, list<int>>", "optional<list<optional<int>>>",
        "list<list<list<bool>>>", "map<long, string>",
    };
    struct signature *signature = echo_of(random_types[_i]);
    unsigned state = 7 + (unsigned) _i;

    for (int round = 0; round < 500; round++) {
        AUTO_BUFFER struct buffer text = { 0 };
        AUTO_BUFFER struct buffer data = { 0 };
        AUTO_BUFFER struct buffer back = { 0 };

        buffer_puts(&text, "a = ");
        random_value(signature->calls[0].parameters[0].type, &state, &text);
        ck_assert_int_eq(signature_input(signature, text.data, &data, &error), 0);
        ck_assert_int_eq(signature_call_text(signature, data.data, data.size, &back, &error), 0);
        ck_assert_str_eq(back.data, text.data);
    }
    signature_free(signature);
}
END_TEST

START_TEST(data_cut_anywhere_are_refused_or_read_but_never_passed_over)
{
    struct signature *signature = echo_of("list<string>");
    const char *data = "2\n\"a\\\"b\"\n\"c\"\n";

    for (size_t size = 0; size + 2 < strlen(data); size++) {
        AUTO_BUFFER struct buffer text = { 0 };
        AUTO_FREE char *copy = malloc(size + 1); /* so that a read behind the end is seen */

        memcpy(copy, data, size);
        ck_assert_int_eq(signature_call_text(signature, copy, size, &text, &error), -EINVAL);
    }
    signature_free(signature);
}
END_TEST

START_TEST(a_million_values_take_a_moment)
{
    struct signature *signature = echo_of("list<int>");
    AUTO_BUFFER struct buffer text = { 0 };
    AUTO_BUFFER struct buffer data = { 0 };

    buffer_puts(&text, "a = [1");
    for (int i = 0; i < 1000000; i++)
        buffer_puts(&text, ", 23");
    buffer_puts(&text, "]");
    double before = unit_cpu_s();
    ck_assert_int_eq(signature_input(signature, text.data, &data, &error), 0);
    ck_assert_double_lt(unit_cpu_s() - before, 3);
    signature_free(signature);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("signature_values");
    TCase *tests = tcase_create("values");

    tcase_set_timeout(tests, 30);
    tcase_add_loop_test(tests, a_value_goes_there_and_back, 0, COUNT(values));
    tcase_add_loop_test(tests, a_wrong_text_is_told_its_place, 0, COUNT(refusals));
    tcase_add_loop_test(tests, random_values_come_back_as_they_were, 0, 5);
    tcase_add_test(tests, data_cut_anywhere_are_refused_or_read_but_never_passed_over);
    tcase_add_test(tests, a_million_values_take_a_moment);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
