/*
 * Files of probes. Input: one file, read as probes/NAME.yaml is.
 *
 * Properties: it is read, or there is an error with a line in the file; every probe that was read
 * has what the rest relies on. Filters are not compiled (that takes jq 30 ms, and is jq's affair).
 */
#include "judge/service/probe_words.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct probes *probes = NULL;
    struct error error = { 0 };

    if (size > 20000)
        return 0;
    int status = probes_parse("fuzz.yaml", (const char *) data, size, &probes, &error);
    fuzz_check((status == 0) == (probes != NULL));
    if (status < 0)
        fuzz_check(error.code < 0 && error.message[0] != '\0');
    for (size_t i = 0; probes && i < probes->count; i++) {
        const struct probe *probe = probes->items[i];
        fuzz_check(probe->id && probe->title && probe->group && probe->time_s >= 0);
        for (size_t k = 0; k < probe->receiver_count; k++)
            fuzz_check(probe->receivers[k].count > 0);
        fuzz_check(probes_find(probes, probe->id) == probe);
    }
    probes_free(probes);
    return 0;
}
