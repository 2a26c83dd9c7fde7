#ifndef ASSAY_PROBLEM_READER_H
#define ASSAY_PROBLEM_READER_H

/*
 * Inside the part: what the readers of the single files and directories of a package share.
 *
 * A fault in the package is recorded and reading goes on: the functions that return int return 0
 * behind a fault too, and a negative errno only when going on is pointless: memory is out, or the
 * host is short of something else (error_is_hosts()), and what is read would not be the package.
 */

#include "judge/base/yaml.h"
#include "judge/problem/problem.h"

#define VERSION_BIT(version) (1u << (version))
#define VERSIONS_LEGACY (VERSION_BIT(PACKAGE_LEGACY) | VERSION_BIT(PACKAGE_LEGACY_ICPC))
#define VERSIONS_NEW (VERSION_BIT(PACKAGE_2023_07_DRAFT) | VERSION_BIT(PACKAGE_2025_09))
#define VERSIONS_ALL (VERSIONS_LEGACY | VERSIONS_NEW)

/* What a group passes on to its tests and subgroups, and a test may change. */
struct test_settings {
    const char *const *output_args; /* NULL: none */
    const char *const *arguments;   /* NULL: none */
    const struct package_arguments *input_args;
    size_t input_arg_count;
    const char *hint, *description;
};

struct reader {
    struct arena *arena; /* the package's */
    struct package *package;
    struct package_faults *faults;
    bool out_of_memory;         /* a fault could not be recorded */
    bool metadata_unreadable;   /* problem.yaml could not be parsed: nothing in it is "missing" */
    bool validation_given;      /* legacy `validation` was there */
    bool made_unreadable;       /* so is made.yaml: the tests that it makes are not known */
    struct package_test *tests; /* grow with malloc; package_read() moves them to the arena */
    size_t test_count, test_capacity;
    struct package_group *groups;
    size_t group_count, group_capacity;
};

/* ---- Faults -------------------------------------------------------------------------------- */

enum severity { FAULT, WARNING };

/* Records a fault at a place; `path` NULL: the package's directory. Returns 0, or -ENOMEM. */
int reader_fault(struct reader *reader, enum severity severity, const char *path, int line,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));
/* As above, at the key of a YAML node. */
int reader_fault_at(struct reader *reader, enum severity severity, const struct yaml_node *node,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Records `error` when `status` is a failure: `return reader_check(r, yaml_as_bool(…), &error);` */
int reader_check(struct reader *reader, int status, const struct error *error);
/* FAULT in the versions whose text calls for it, WARNING in the legacy ones, where the judges in
 * use are lenient. */
enum severity reader_strict(const struct reader *reader);
bool reader_is(const struct reader *reader, unsigned versions);

/* ---- YAML ---------------------------------------------------------------------------------- */

/* One key that a map may have. `read` gets the value (never null) and the `target` of the walk. */
struct key_row {
    const char *name;
    unsigned versions; /* in which it is defined */
    int (*read)(struct reader *reader, const struct yaml_node *node, void *target);
};

/* Reads each key of a map by its row. Keys of other versions are read with a warning (an error in
 * 2025-09), unknown ones are an error in the new versions and a warning in the legacy ones. */
int reader_walk(struct reader *reader, const struct yaml_node *map, const struct key_row *rows,
                size_t row_count, void *target);
/* Parses a file; faults are recorded and leave *ret_root NULL. A missing file is no fault. */
int reader_yaml(struct reader *reader, const char *path, struct yaml_node **ret_root);
/* A row's `read` for keys that are known and mean nothing to a judge. */
int reader_ignore(struct reader *reader, const struct yaml_node *node, void *target);
/* Typed readings that record their faults; `node` may be quoted in the legacy versions. */
int reader_bool(struct reader *reader, const struct yaml_node *node, bool *ret);
int reader_double(struct reader *reader, const struct yaml_node *node, double low, double high,
                  double *ret);
int reader_string(struct reader *reader, const struct yaml_node *node, const char **ret);
/* A list of texts; a text is split at white space in the legacy versions (always when `split`). */
int reader_strings(struct reader *reader, const struct yaml_node *node, bool split,
                   const char *const **ret);

/* ---- Files --------------------------------------------------------------------------------- */

/* "<directory of the package>/<name>"; NULL when memory is out. */
const char *reader_path(struct reader *reader, const char *name);
/* "<directory>/<name>" in the arena. */
const char *reader_join(struct reader *reader, const char *directory, const char *name);
/* Names in a directory without those that a judge behaves as if they were not there (hidden ones,
 * editors' backups, caches), and without links out of the package, which are faults. A missing
 * directory has none. */
int reader_list(struct reader *reader, const char *path, const char *const **ret_names,
                size_t *ret_count);
/* Records a fault when `path` is a symbolic link out of the package; *ret says so. The formats
 * forbid such links, and a test that leads to a file of the host would show it to submissions. */
int reader_link(struct reader *reader, const char *path, bool *ret_outside);
/* Whether `name` is passed over by reader_list(). */
bool reader_passes_over(const char *name);

/* ---- The parts of a package ---------------------------------------------------------------- */

int reader_metadata(struct reader *reader); /* problem.yaml */
int reader_limits(struct reader *reader, const struct yaml_node *node, void *target);
void reader_default_limits(struct package_limits *limits, enum package_version version);
int reader_foreign_limits(struct reader *reader); /* .timelimit, domjudge-problem.ini */
int reader_required(struct reader *reader);       /* keys that no file gave */
int reader_made(struct reader *reader);           /* generators/made.yaml; before reader_data() */
int reader_data(struct reader *reader);
int reader_programs(struct reader *reader); /* validators */
int reader_submissions(struct reader *reader);
int reader_interview(struct reader *reader); /* interview.yaml; after reader_submissions() */
/* submissions.yaml: changes the submissions that its patterns fit. */
int reader_submission_rules(struct reader *reader, const char *path);
/* Fills in what the directory of a submission says in the newer versions; false for a directory
 * that they do not define. */
bool rules_of_directory(const char *name, struct package_submission *submission);
/* Whether submissions of these statements are used to find the time limit. */
void rules_use_for_time_limit(struct package_submission *submission);

/* Fills in what a group has by default below `parent` (NULL for data/ itself). */
void settings_default_group(const struct reader *reader, struct package_group *group,
                            const struct package_group *parent);
/* testdata.yaml and test_group.yaml of a group's directory; `settings` came from the parent. */
int settings_read_group(struct reader *reader, const char *directory, struct package_group *group,
                        struct test_settings *settings);
/* "<test>.yaml" of the new versions. */
int settings_read_test(struct reader *reader, const char *path, struct test_settings *settings);

/* The verdicts that one of the format's four (or more) words means in Assay's finer terms; 0 for
 * an unknown word. */
unsigned expectation_of_word(const char *word, size_t length);
/* Those of a directory below submissions/, 0 for one that says nothing about the result. */
unsigned expectation_of_directory(const char *name);
/* Those of the first @EXPECTED_RESULTS@ mark in a source text; 0 without one. */
unsigned expectation_of_mark(const char *source, size_t size);

#endif
