/* The writer of JSON: numbers at the edges of what a double holds, and values after a failure. */
#include "judge/report/json.h"

#include "judge/base/memory.h"
#include "tests/unit/unit.h"

#include <float.h>
#include <math.h>

static const struct {
    double number;
    bool null;
} numbers[] = {
    { 0, false },       { -0.0, false },     { 0.1, false },     { -1e-300, false },
    { 5e-324, false },  { 1e22, false },     { DBL_MAX, false }, { -DBL_MAX, false },
    { INFINITY, true }, { -INFINITY, true }, { NAN, true },
};

START_TEST(every_number_that_is_written_can_be_read)
{
    double number = numbers[_i].number;
    struct json_object object = json_open();

    json_put_number(&object, "n", number);
    json_t *json = json_close(&object);
    char *text = json_dumps(json, JSON_REAL_PRECISION(15));
    json_decref(json);
    json_t *again = json_loads(text, 0, NULL);
    ck_assert_msg(again != NULL, "%s", text);
    json_t *value = json_object_get(again, "n");
    ck_assert_int_eq(json_is_null(value), numbers[_i].null);
    if (!numbers[_i].null)
        ck_assert_double_le(fabs(json_real_value(value) - number), fabs(number) * 1e-14);
    json_decref(again);
    free(text);
}
END_TEST

/* Whoever puts gives the value away, even to an object that has failed: a leak shows with the
 * sanitizer, the count everywhere. */
START_TEST(a_failed_object_frees_what_it_is_given)
{
    struct json_object object = json_open();
    json_t *value = json_integer(1);

    json_incref(value);
    json_put(&object, "a", NULL);
    json_put(&object, "b", value);
    ck_assert_uint_eq(value->refcount, 1);
    ck_assert_ptr_null(json_close(&object));
    json_decref(value);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("report_json");
    TCase *tests = tcase_create("json");

    tcase_add_loop_test(tests, every_number_that_is_written_can_be_read, 0, COUNT(numbers));
    tcase_add_test(tests, a_failed_object_frees_what_it_is_given);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
