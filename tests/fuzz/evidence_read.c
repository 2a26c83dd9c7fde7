/*
 * Evidence. Input: one document.
 *
 * Properties: it is read, or there is an error that says where; what was read is written as a
 * document that is read again and gives the same bytes, on which a terminal does nothing; every
 * known fact is within its bounds.
 */
#include "judge/evidence/evidence.h"
#include "tests/fuzz/fuzz.h"

static char *written(const struct evidence *evidence)
{
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);
    json_t *json = evidence_json(evidence);

    fuzz_check(file && json && evidence_print(file, json) == 0 && fclose(file) == 0);
    json_decref(json);
    return text;
}

static void check_bounds(const struct evidence *evidence)
{
    for (size_t i = 0; i < fact_count(); i++) {
        const struct evidence_fact *fact = &evidence->facts[i];

        if (fact->state == FACT_KNOWN)
            fuzz_check(fact->value >= 0 && fact->value <= fact_at(i)->high && fact->where);
        if (fact->state == FACT_ABSENT)
            fuzz_check(fact->reason && fact->where);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct evidence *evidence = NULL, *again = NULL;
    struct error error = { 0 };
    int status = evidence_read("fuzz.json", (const char *) data, size, &evidence, &error);

    fuzz_check((status == 0) == (evidence != NULL));
    if (status < 0) {
        fuzz_check(error.code < 0 && error.message[0] && fuzz_is_visible(error.message));
        return 0;
    }
    check_bounds(evidence);
    char *text = written(evidence);
    fuzz_check(fuzz_is_utf8(text, strlen(text)) && !strchr(text, '\033'));
    fuzz_check(evidence_read("again.json", text, strlen(text), &again, &error) == 0);
    char *other = written(again);
    fuzz_check(!strcmp(text, other));
    free(text);
    free(other);
    evidence_free(evidence);
    evidence_free(again);
    return 0;
}
