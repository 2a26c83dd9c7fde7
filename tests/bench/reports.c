/*
 * What writing reports costs: each form of one submission, from documents that are read already.
 *
 *   reports EVIDENCE SCORECARD ROUNDS
 *
 * Prints an object of JSON: of each form the median of its CPU time in milliseconds, and the bytes
 * that it has. The forms take turns, so that what else the machine does meets all of them.
 */

#include "judge/base/file.h"
#include "judge/base/memory.h"
#include "judge/evidence/evidence.h"
#include "judge/report/documents.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS_MOST = 1000 };

static int write_json(FILE *file, const json_t *evidence, const json_t *scorecard)
{
    (void) scorecard;
    return evidence_print(file, evidence);
}

static struct form {
    const char *name;
    int (*write)(FILE *file, const json_t *evidence, const json_t *scorecard);
    double ms[ROUNDS_MOST];
    size_t bytes;
} forms[] = {
    { .name = "json", .write = write_json },
    { .name = "html", .write = report_html },
    { .name = "markdown", .write = report_markdown },
    { .name = "sarif", .write = report_sarif },
    { .name = "junit", .write = report_junit },
    { .name = "gradescope", .write = report_gradescope },
};

static double cpu_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void die(const char *what)
{
    fprintf(stderr, "reports: %s\n", what);
    exit(EXIT_FAILURE);
}

static json_t *evidence_of(const char *path)
{
    struct evidence *evidence = NULL;
    struct error error = { 0 };
    char *text = NULL;
    size_t size = 0;

    if (file_read(path, (size_t) 64 << 20, &text, &size, &error) < 0 ||
        evidence_read(path, text, size, &evidence, &error) < 0)
        die(error.message);
    json_t *json = evidence_json(evidence);
    evidence_free(evidence);
    free(text);
    return json;
}

static void write_once(struct form *form, const json_t *evidence, const json_t *scorecard,
                       size_t round)
{
    char *text = NULL;
    FILE *file = open_memstream(&text, &form->bytes);
    double before = cpu_ms();

    if (!file || form->write(file, evidence, scorecard) < 0 || fflush(file) != 0)
        die(form->name);
    form->ms[round] = cpu_ms() - before;
    fclose(file);
    free(text);
}

static int by_size(const void *left, const void *right)
{
    const double *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

int main(int argc, char **argv)
{
    long rounds = argc == 4 ? strtol(argv[3], NULL, 10) : 0;

    if (rounds < 1 || rounds > ROUNDS_MOST)
        die("usage: reports EVIDENCE SCORECARD ROUNDS");
    json_t *evidence = evidence_of(argv[1]), *scorecard = json_load_file(argv[2], 0, NULL);
    if (!evidence || !scorecard)
        die("a document cannot be read");
    for (long round = 0; round < rounds; round++)
        for (size_t i = 0; i < COUNT(forms); i++)
            write_once(&forms[i], evidence, scorecard, (size_t) round);
    for (size_t i = 0; i < COUNT(forms); i++) {
        qsort(forms[i].ms, (size_t) rounds, sizeof(*forms[i].ms), by_size);
        printf("%s\"%s\": {\"ms\": %.4f, \"bytes\": %zu}", i ? ", " : "{", forms[i].name,
               forms[i].ms[rounds / 2], forms[i].bytes);
    }
    printf("}\n");
    json_decref(scorecard);
    json_decref(evidence);
    return EXIT_SUCCESS;
}
