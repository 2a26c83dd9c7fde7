#include "judge/base/error.h"
#include "judge/service/log.h"
#include "tests/unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct log *log_of_test;
static int end;

static void begin(void)
{
    struct error error;

    ck_assert_int_eq(log_new(&log_of_test, &end, &error), 0);
}

static void finish(void)
{
    close(end);
    log_free(log_of_test);
}

static void say(const char *text)
{
    ck_assert_int_eq(write(end, text, strlen(text)), (ssize_t) strlen(text));
}

static void ends_with(size_t limit, const char *wanted)
{
    char *tail = log_tail(log_of_test, limit);

    ck_assert_str_eq(tail, wanted);
    free(tail);
}

/* Often, since its thread is quicker most of the times. */
START_TEST(what_was_written_just_now_is_told)
{
    char line[32];

    for (int i = 10000; i < 20000; i++) {
        snprintf(line, sizeof(line), "line %d\n", i);
        say(line);
        ends_with(11, line);
    }
}
END_TEST

START_TEST(it_is_told_when_the_writer_has_gone_and_again_later)
{
    say("the last word");
    close(end);
    ends_with(100, "the last word");
    ends_with(4, "word");
    end = open("/dev/null", O_WRONLY);
}
END_TEST

START_TEST(the_end_of_a_long_output_is_kept)
{
    char block[1000];

    memset(block, 'x', sizeof(block) - 1);
    block[sizeof(block) - 1] = '\0';
    for (int i = 0; i < 1000; i++)
        say(block);
    say("end");
    ends_with(5, "xxend");
}
END_TEST

START_TEST(one_that_never_stops_writing_holds_nobody_up)
{
    pid_t child = fork();

    ck_assert_int_ge(child, 0);
    while (child == 0)
        if (write(end, "noise noise noise", 17) < 0)
            _exit(1);
    for (int i = 0; i < 200; i++) {
        char *tail = log_tail(log_of_test, 1000);
        ck_assert_ptr_nonnull(tail);
        free(tail);
    }
    kill(child, SIGKILL);
    waitpid(child, NULL, 0);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("service_log");
    TCase *tcase = tcase_create("log");

    tcase_add_checked_fixture(tcase, begin, finish);
    tcase_set_timeout(tcase, 30);
    tcase_add_test(tcase, what_was_written_just_now_is_told);
    tcase_add_test(tcase, it_is_told_when_the_writer_has_gone_and_again_later);
    tcase_add_test(tcase, the_end_of_a_long_output_is_kept);
    tcase_add_test(tcase, one_that_never_stops_writing_holds_nobody_up);
    suite_add_tcase(suite, tcase);
    return suite;
}

UNIT_MAIN(make_suite)
