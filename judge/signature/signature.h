#ifndef ASSAY_SIGNATURE_H
#define ASSAY_SIGNATURE_H

/*
 * Function mode: a problem whose submissions are a function or a class and not a program that reads
 * stdin. `interview.yaml` of the package declares the signature once; everything that is written
 * for nine languages is generated from it. Pure: reads and writes text, runs nothing.
 *
 * Source   docs/authoring.md has the types, the format of test data and the call text.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/problem/problem.h"

#include <stdbool.h>
#include <stddef.h>

enum signature_kind {
    SIGNATURE_VOID,
    SIGNATURE_INT,
    SIGNATURE_LONG,
    SIGNATURE_DOUBLE,
    SIGNATURE_BOOL,
    SIGNATURE_STRING,
    SIGNATURE_LIST,
    SIGNATURE_MATRIX,
    SIGNATURE_OPTIONAL,
    SIGNATURE_MAP,
    SIGNATURE_TREE,
    SIGNATURE_LINKED,
    SIGNATURE_KIND_COUNT
};

struct signature_type {
    enum signature_kind kind;
    const struct signature_type *key;     /* of a map */
    const struct signature_type *element; /* of all that hold others; a map's value */
    const char *text;                     /* as it is written: "map<string, list<int>>", "graph" */
    const char *name;                     /* as part of a name: "map_string_list_int" */
};

struct signature_parameter {
    const char *name;
    const struct signature_type *type;
    bool changed; /* its elements are changed in place, and are printed after the result */
};

/* A function, a constructor or a method. */
struct signature_call {
    const char *name;
    const char *doc; /* "": none */
    const struct signature_parameter *parameters;
    size_t parameter_count;
    const struct signature_type *result;
};

struct signature {
    struct arena *arena; /* owns everything below */
    bool is_class;
    const char *name;
    const char *doc;
    const struct signature_call *calls; /* the function alone; or the constructor, then methods */
    size_t call_count;
};

/* Reads the signature of a package from DIRECTORY/interview.yaml. A package without that file, or
 * without a signature in it, gives *ret NULL and 0.
 * Owns     *ret is the caller's: signature_free().
 * Errors   -EINVAL with file and line; -ENOMEM; those of reading a file.
 */
int signature_read(const char *directory, struct signature **ret, struct error *error);
void signature_free(struct signature *signature);

/* Reads a type: "list<int>". In `arena`. -EINVAL says what is wrong with it; -ENOMEM. */
int signature_type_parse(struct arena *arena, const char *text, const struct signature_type **ret,
                         struct error *error);

/* The signature as a person reads it, a line a call: "find_pair(sizes: list<int>, block: int) ->
 * list<int>". Appends to `out`; -ENOMEM. */
int signature_describe(const struct signature *signature, struct buffer *out);

/* ---- Values -------------------------------------------------------------------------------- */

/* From call text, "sizes = [2, 7], block = 9" or "SessionCache(2), put(1, 10), get(1)", to the
 * format of test data, appended to `out`. -EINVAL with the place in the text and what is wanted
 * there; -ENOMEM. */
int signature_input(const struct signature *signature, const char *text, struct buffer *out,
                    struct error *error);
/* The other way. -EINVAL when the data are not of the signature's format. */
int signature_call_text(const struct signature *signature, const char *data, size_t size,
                        struct buffer *out, struct error *error);
/* What a function or class printed for an input, as text: "[0, 1]"; for a class one value a call,
 * separated by commas. `input` says which methods were called; unused for a function. */
int signature_result_text(const struct signature *signature, const char *input, size_t input_size,
                          const char *output, size_t output_size, struct buffer *out,
                          struct error *error);

/* A smaller input than call text says, appended to `out`: of all those that differ from it by one
 * step (something left out, a number nearer to zero, …), the one of this number. The steps that
 * take away most come first. The result need not be valid, nor of the signature's types. Returns 1;
 * 0 when there are no more; -ENOMEM. */
int signature_smaller(const char *text, size_t step, struct buffer *out);

/* ---- Generating ---------------------------------------------------------------------------- */

/* A worked example for the starter; texts as above. */
struct signature_example {
    const char *input, *result; /* NULL: none */
};

/* A file that was generated: its path below the package ("include/cpp/driver.cpp",
 * "attachments/templates/cpp/solution.cpp"), or below the candidate's directory. */
struct signature_file {
    const char *path;
    const char *text;
};

/* The first sample that is there and is of the signature's format, as an example; texts in `arena`,
 * NULL when there is none. Errors: -ENOMEM, those of reading a file. */
int signature_example_of(const struct signature *signature, const struct package *package,
                         struct arena *arena, struct signature_example *ret, struct error *error);

/* The languages that have templates, by id, NULL-terminated. */
extern const char *const signature_languages[];

/* What a package holds for a language: driver and starter. In `arena`.
 * Errors   -ENOENT no template for the language; -ENOMEM. */
int signature_generate(const struct signature *signature, const char *language,
                       const struct signature_example *example, struct arena *arena,
                       const struct signature_file **ret, size_t *ret_count, struct error *error);
/* What is generated for every language that the package allows. In `arena`. */
int signature_package_files(const struct signature *signature, const struct package *package,
                            struct arena *arena, const struct signature_file **ret,
                            size_t *ret_count, struct error *error);
/* What a candidate starts with: the starter, and the files that it includes; bare names. */
int signature_starter(const struct signature *signature, const char *language,
                      const struct signature_example *example, struct arena *arena,
                      const struct signature_file **ret, size_t *ret_count, struct error *error);
/* A driver that says when the candidate's code is called and has returned, by access(2) of a path
 * with X_OK and with W_OK: for measuring. With all that belongs beside it; bare names, in `arena`.
 * Errors   as signature_generate(). */
int signature_marked_driver(const struct signature *signature, const char *language,
                            struct arena *arena, const struct signature_file **ret,
                            size_t *ret_count, struct error *error);
/* The signature as it is declared in a language, for messages. In `arena`; NULL: no template, or
 * memory is out. */
const char *signature_declaration(const struct signature *signature, const char *language,
                                  struct arena *arena);

/* ---- Looking at submissions ---------------------------------------------------------------- */

enum signature_style {
    SIGNATURE_WHOLE_PROGRAM, /* reads stdin itself: the driver stays away */
    SIGNATURE_FUNCTION,
    SIGNATURE_FAULTY, /* neither: *ret_fault is a sentence that says what is missing */
};

/* Tells what a source is by its text alone, and whether what is called is in it, with as many
 * parameters. *ret_fault (in `arena`) is set with SIGNATURE_FAULTY.
 * Errors   -ENOMEM. */
int signature_look(const struct signature *signature, const char *language, const char *text,
                   size_t size, struct arena *arena, enum signature_style *ret,
                   const char **ret_fault);
/* The name that a lone source has to have beside the driver; NULL: any that no file of include/
 * has. */
const char *signature_source_name(const struct signature *signature, const char *language,
                                  struct arena *arena);
/* What the judge puts before a source of function mode that its author calls `file`; "" for
 * nothing, NULL when memory is out. In `arena`. */
const char *signature_prefix(const struct signature *signature, const char *language,
                             const char *file, struct arena *arena);

#endif
