#ifndef ASSAY_UNIT_PACKAGE_H
#define ASSAY_UNIT_PACKAGE_H

/* Small packages in a temporary directory, for the tests of the reader. */

#include "judge/base/file.h"
#include "judge/problem/problem.h"
#include "tests/unit/unit.h"

static char package_root[64];
static struct package *package;
static struct package_faults faults;

static inline void package_put(const char *path, const char *text)
{
    char full[512];
    struct error error;

    snprintf(full, sizeof(full), "%s/%s", package_root, path);
    char *slash = strrchr(full, '/');
    *slash = '\0';
    ck_assert_int_eq(file_make_directories(full, 0755, &error), 0);
    *slash = '/';
    ck_assert_int_eq(file_write_atomic(full, text, strlen(text), 0644, &error), 0);
}

static inline void package_remove(const char *path)
{
    char full[512];
    struct error error;

    snprintf(full, sizeof(full), "%s/%s", package_root, path);
    ck_assert_int_eq(file_remove_tree(full, &error), 0);
}

/* A fixture: an empty directory with the name of a good package. */
static inline void package_setup(void)
{
    snprintf(package_root, sizeof(package_root), "/tmp/assay-unit-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(package_root));
    strcat(package_root, "/pkg");
}

static inline void package_teardown(void)
{
    struct error error;

    package_free(package);
    package_faults_clear(&faults);
    package = NULL;
    *strrchr(package_root, '/') = '\0';
    ck_assert_int_eq(file_remove_tree(package_root, &error), 0);
}

/* A legacy package without a fault. */
static inline void package_put_legacy(void)
{
    package_put("problem.yaml", "name: Sums\n");
    package_put(".timelimit", "2\n");
    package_put("problem_statement/problem.en.tex", "\\problemname{Sums}\n");
    package_put("data/sample/1.in", "1 2\n");
    package_put("data/sample/1.ans", "3\n");
    package_put("data/secret/1.in", "2 2\n");
    package_put("data/secret/1.ans", "4\n");
    package_put("input_validators/check.py", "import sys\nsys.exit(42)\n");
    package_put("submissions/accepted/sum.py", "print(sum(map(int, input().split())))\n");
}

/* A package in version 2025-09 without a fault. */
static inline void package_put_new(const char *more_yaml)
{
    char yaml[1024];

    package_put_legacy();
    package_remove("problem_statement");
    package_remove(".timelimit");
    package_put("statement/problem.en.md", "Add them.\n");
    snprintf(yaml, sizeof(yaml),
             "problem_format_version: 2025-09\nname: Sums\n"
             "uuid: 6a6b2dd5-3a2f-4a49-8d55-5d0a3a5b7a01\nlimits:\n  time_limit: 2\n%s",
             more_yaml);
    package_put("problem.yaml", yaml);
}

/* Reads the package; returns the status. */
static inline int package_reread(void)
{
    struct error error;

    package_free(package);
    package_faults_clear(&faults);
    package = NULL;
    return package_read(package_root, &package, &faults, &error);
}

static inline void package_print_faults(void)
{
    char text[1024];

    for (size_t i = 0; i < faults.count; i++) {
        error_format(&faults.faults[i].error, text, sizeof(text));
        fprintf(stderr, "%s: %s\n", faults.faults[i].warning ? "warning" : "error", text);
    }
}

static inline void package_expect_clean(void)
{
    int status = package_reread();

    if (status != 0 || faults.count)
        package_print_faults();
    ck_assert_int_eq(status, 0);
    ck_assert_uint_eq(faults.count, 0);
}

/* The fault whose message has `part` in it, or NULL. */
static inline const struct package_fault *package_find_fault(const char *part)
{
    for (size_t i = 0; i < faults.count; i++) {
        if (strstr(faults.faults[i].error.message, part))
            return &faults.faults[i];
    }
    return NULL;
}

static inline const struct package_fault *package_expect_fault(const char *part, bool warning)
{
    const struct package_fault *fault = package_find_fault(part);

    if (!fault)
        package_print_faults();
    ck_assert_msg(fault != NULL, "no fault says '%s'", part);
    ck_assert_int_eq(fault->warning, warning);
    return fault;
}

static inline const struct package_submission *package_find_submission(const char *name)
{
    for (size_t i = 0; i < package->submission_count; i++) {
        if (strcmp(package->submissions[i].name, name) == 0)
            return &package->submissions[i];
    }
    ck_abort_msg("no submission %s", name);
    return NULL;
}

#endif
