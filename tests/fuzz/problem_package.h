#ifndef ASSAY_FUZZ_PACKAGE_H
#define ASSAY_FUZZ_PACKAGE_H

/*
 * A small package in a directory, of which a target writes some files anew for each input and reads
 * the whole with package_read(), as a command does. The directory is below $TMPDIR, which the
 * runner takes away.
 */

#include "judge/base/file.h"
#include "judge/problem/problem.h"
#include "tests/fuzz/fuzz.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sys/stat.h>

static char package_root[256];

static inline void package_path(const char *name, char path[512])
{
    snprintf(path, 512, "%s/%s", package_root, name);
}

static inline void package_put(const char *name, struct fuzz_input text)
{
    char path[512];

    package_path(name, path);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    fuzz_check(fd >= 0 && write(fd, text.data, text.size) == (ssize_t) text.size);
    close(fd);
}

static inline void package_put_text(const char *name, const char *text)
{
    package_put(name, (struct fuzz_input){ (const uint8_t *) text, strlen(text) });
}

static inline void package_directory(const char *name)
{
    char path[512];

    package_path(name, path);
    fuzz_check(mkdir(path, 0755) == 0);
}

static inline void package_remove_all(void)
{
    struct error error;

    *strrchr(package_root, '/') = '\0';
    (void) file_remove_tree(package_root, &error);
}

/* A package without a fault, in version 2025-09. */
static inline void package_make(void)
{
    static const char *const directories[] = {
        "",
        "statement",
        "data",
        "data/sample",
        "data/secret",
        "data/secret/one",
        "input_validators",
        "submissions",
        "submissions/accepted",
        "submissions/wrong_answer",
        "submissions/mixed",
    };
    const char *temporary = getenv("TMPDIR");

    snprintf(package_root, 200, "%s/package-XXXXXX", temporary ? temporary : "/tmp");
    fuzz_check(mkdtemp(package_root));
    strcat(package_root, "/sums");
    atexit(package_remove_all);
    for (size_t i = 0; i < COUNT(directories); i++)
        package_directory(directories[i]);
    package_put_text("problem.yaml", "problem_format_version: 2025-09\nname: Sums\n"
                                     "uuid: 6a6b2dd5-3a2f-4a49-8d55-5d0a3a5b7a01\n"
                                     "limits: {time_limit: 2}\n");
    package_put_text("statement/problem.en.md", "Add.\n");
    package_put_text("data/sample/1.in", "1 2\n");
    package_put_text("data/sample/1.ans", "3\n");
    package_put_text("data/secret/one/1.in", "2 2\n");
    package_put_text("data/secret/one/1.ans", "4\n");
    package_put_text("input_validators/check.py", "raise SystemExit(42)\n");
    package_put_text("submissions/accepted/sum.py", "print(3)\n");
    package_put_text("submissions/wrong_answer/bad.py", "print(2)\n");
    package_put_text("submissions/mixed/slow.py", "while True: pass\n");
}

static inline void package_check_fault(const struct error *error)
{
    fuzz_check(error->code == -EINVAL && error->line >= 0);
    fuzz_check(strncmp(error->file, package_root, strlen(package_root)) == 0);
    fuzz_check(error->message[0] && fuzz_is_visible(error->message));
}

static inline void package_check_limits(const struct package_limits *limits)
{
    const double numbers[] = { limits->ac_to_time_limit, limits->time_limit_to_tle,
                               limits->time_resolution_s, limits->compilation_time_s,
                               limits->validation_time_s };
    const uint64_t bytes[] = { limits->memory_bytes,
                               limits->output_bytes,
                               limits->code_bytes,
                               limits->compilation_memory_bytes,
                               limits->validation_memory_bytes,
                               limits->validation_output_bytes };

    for (size_t i = 0; i < COUNT(numbers); i++)
        fuzz_check(numbers[i] > 0 && numbers[i] <= 1e6);
    /* 0 would mean "no limit" further on. */
    for (size_t i = 0; i < COUNT(bytes); i++)
        fuzz_check(bytes[i] > 0 && bytes[i] <= UINT64_C(1) << 40);
    fuzz_check(limits->time_source ? limits->time_s > 0 && limits->time_s <= 1e5
                                   : limits->time_s == 0);
    fuzz_check(limits->validation_passes >= 2 && limits->validation_passes <= 1000);
}

static inline void package_check_group(const struct package *package, size_t index)
{
    const struct package_group *group = &package->groups[index];

    fuzz_check(group->name && group->parent < (int) index && (group->parent >= 0) == (index > 0));
    fuzz_check(group->range_low <= group->range_high);
    fuzz_check(isnan(group->max_score) || (group->max_score >= 0 && group->max_score <= 1e15));
    fuzz_check(!isnan(group->accept_score) && !isnan(group->reject_score));
    for (size_t i = 0; i < group->child_count; i++) {
        int child = group->children[i];
        fuzz_check(child >= 0 ? (size_t) child < package->test_count
                              : (size_t) - (child + 1) < package->group_count);
    }
}

static inline void package_check_test(const struct package *package,
                                      const struct package_test *test)
{
    fuzz_check(test->name && test->input_path && test->answer_path);
    fuzz_check(test->validator_args && test->arguments);
    fuzz_check(test->group >= 0 && (size_t) test->group < package->group_count);
    for (size_t i = 0; i < package->input_validator_count; i++)
        fuzz_check(package_input_arguments(test, package->input_validators[i].name));
}

static inline void package_check_submission(const struct package_submission *submission)
{
    const unsigned all = VERDICT_BIT(VERDICT_COUNT) - 1;
    unsigned bits = submission->expected | submission->permitted | submission->required;

    for (size_t i = 0; i < submission->rule_count; i++) {
        fuzz_check(submission->rules[i].permitted || submission->rules[i].required ||
                   submission->rules[i].scope);
        bits |= submission->rules[i].permitted | submission->rules[i].required;
    }
    fuzz_check((bits & ~all) == 0 && !(bits & VERDICT_BIT(VERDICT_JE)));
    fuzz_check(submission->path && submission->name);
    fuzz_check(!submission->score_given || submission->score_low <= submission->score_high);
}

/* Reads the package. Properties: the status says whether there is a fault, each fault is one
 * visible line with a place in the package, and what was read is in its ranges. */
static inline void package_check(void)
{
    struct package *package = NULL;
    struct package_faults faults = { 0 };
    struct error error = { 0 };
    int status = package_read(package_root, &package, &faults, &error);

    fuzz_check(status == (package_fault_errors(&faults) ? -EINVAL : 0) && package);
    if (status < 0)
        package_check_fault(&error);
    for (size_t i = 0; i < faults.count; i++)
        package_check_fault(&faults.faults[i].error);
    package_check_limits(&package->limits);
    fuzz_check(package->pass_fail == !package->scoring && package->group_count > 0);
    for (size_t i = 0; i < package->group_count; i++)
        package_check_group(package, i);
    for (size_t i = 0; i < package->test_count; i++)
        package_check_test(package, &package->tests[i]);
    for (size_t i = 0; i < package->submission_count; i++)
        package_check_submission(&package->submissions[i]);
    package_faults_clear(&faults);
    package_free(package);
}

#endif
