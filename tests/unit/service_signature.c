/* Signatures by Standard Webhooks. The first vector is the one that the specification's authors
 * publish with their libraries (svix/svix-webhooks, "msg_p5jXN8AQM9LWM0D4loKWxJek"). */

#include "judge/service/receiver.h"
#include "tests/unit/unit.h"

#define SECRET "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
#define ID "msg_p5jXN8AQM9LWM0D4loKWxJek"
#define TIME "1614265330"
#define BODY "{\"test\": 2432232314}"
#define SIGNATURE "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

static const char *check(const char *id, const char *time, const char *signatures, const char *body,
                         const char *secret, double now)
{
    return signature_fault(id, time, signatures, body, strlen(body), secret, now);
}

START_TEST(the_published_vector_is_right)
{
    ck_assert_ptr_null(check(ID, TIME, SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_null(check(ID, TIME, SIGNATURE, BODY, &SECRET[strlen("whsec_")], 1614265330));
    ck_assert_ptr_null(check(ID, TIME, "v1,AAAA v1a,BBBB " SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_null(check(ID, TIME, SIGNATURE " v1,AAAA", BODY, SECRET, 1614265330));
}
END_TEST

START_TEST(whatever_else_is_wrong)
{
    ck_assert_ptr_nonnull(check(NULL, TIME, SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check("", TIME, SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check("msg_other", TIME, SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, NULL, SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, "1614265331", SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, "1614265330.0", SIGNATURE, BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, TIME, NULL, BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, TIME, &SIGNATURE[3], BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, TIME, "v1,AAAA", BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, TIME, SIGNATURE "x", BODY, SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, TIME, SIGNATURE, BODY " ", SECRET, 1614265330));
    ck_assert_ptr_nonnull(check(ID, TIME, SIGNATURE, BODY, "whsec_AAAA", 1614265330));
    ck_assert_ptr_nonnull(check(ID, TIME, SIGNATURE, BODY, "whsec_!", 1614265330));
}
END_TEST

START_TEST(a_timestamp_is_good_for_five_minutes)
{
    ck_assert_ptr_null(check(ID, TIME, SIGNATURE, BODY, SECRET, 1614265330 + 300));
    ck_assert_ptr_null(check(ID, TIME, SIGNATURE, BODY, SECRET, 1614265330 - 300));
    ck_assert_ptr_nonnull(check(ID, TIME, SIGNATURE, BODY, SECRET, 1614265330 + 301));
    ck_assert_ptr_nonnull(check(ID, TIME, SIGNATURE, BODY, SECRET, 1614265330 - 301));
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("service_signature");
    TCase *tests = tcase_create("signatures");

    tcase_add_test(tests, the_published_vector_is_right);
    tcase_add_test(tests, whatever_else_is_wrong);
    tcase_add_test(tests, a_timestamp_is_good_for_five_minutes);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
