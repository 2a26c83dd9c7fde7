/*
 * Rubrics. Input: one file, that may extend itself.
 *
 * Properties: it is read, or there is an error with a file; a rubric that was read scores evidence,
 * with nothing known and with everything known, into levels that there are, and always the same.
 */
#include "judge/rubric/rubric.h"
#include "tests/fuzz/fuzz.h"

static int load(void *context, const char *name, const char *from, char **ret_text,
                size_t *ret_size, char **ret_path, struct error *error)
{
    const struct fuzz_input *input = context;

    (void) from;
    if (strcmp(name, "itself") != 0)
        return error_set(error, -ENOENT, "there is no rubric");
    *ret_text = fuzz_text(*input);
    *ret_size = input->size;
    *ret_path = strdup("itself");
    return 0;
}

static void check_score(const struct rubric *rubric, const struct evidence *evidence)
{
    struct error error = { 0 };
    json_t *card = NULL, *again = NULL;
    int status = rubric_score(rubric, evidence, NULL, 0, &card, &error);

    fuzz_check(status == rubric_score(rubric, evidence, NULL, 0, &again, &error));
    fuzz_check((status == 0) == (card != NULL) && (status == 0 || error.message[0]));
    fuzz_check(status < 0 || json_equal(card, again));
    for (size_t i = 0; status == 0 && i < rubric->count; i++) {
        int level = criterion_level(rubric, rubric->criteria[i], evidence->facts);
        fuzz_check(level >= LEVEL_OPEN && level <= LEVEL_HIGHEST);
    }
    json_decref(card);
    json_decref(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    const struct rubric_source source = { .load = load, .context = &input };
    struct rubric *rubric = NULL;
    struct evidence *evidence = NULL;
    struct error error = { 0 };

    if (size > 12000)
        return 0;
    int status = rubric_read("fuzz.yaml", (const char *) data, size, &source, &rubric, &error);
    fuzz_check((status == 0) == (rubric != NULL));
    if (status < 0) {
        fuzz_check(error.code < 0 && error.message[0]);
        return 0;
    }
    fuzz_check(evidence_new(EVIDENCE_ALGORITHM, &evidence, &error) == 0);
    check_score(rubric, evidence);
    for (size_t i = 0; i < fact_count(); i++)
        evidence->facts[i] = (struct evidence_fact){ .state = FACT_KNOWN, .value = 0, .where = "" };
    check_score(rubric, evidence);
    evidence_free(evidence);
    rubric_free(rubric);
    return 0;
}
