/*
 * What a candidate's test runner printed, its JUnit XML, and its reports of coverage: any bytes.
 * Input: an exit status in the last byte; before it parts cut at 0xff, the printed text, a JUnit
 * file, a report of coverage.
 *
 * Properties: sums are bounded; names are few, one line each and fit to show; nothing fails but for
 * memory; a failing exit status is never ok; and a set has a line only of a file that it was given.
 */
#include "judge/review/test_output.h"

#include "judge/review/coverage.h"
#include "tests/fuzz/fuzz.h"

#define MOST 1000000000

static void check_output(struct fuzz_input printed, struct fuzz_input junit, int status)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const struct test_text file = { (const char *) junit.data, junit.size };
    struct test_output output;
    struct error error = { 0 };

    fuzz_check(arena);
    fuzz_check(test_output_read(arena,
                                (struct test_text){ (const char *) printed.data, printed.size },
                                &file, junit.size > 0, status, &output, &error) == 0);
    fuzz_check(output.passed <= MOST && output.failed <= MOST && output.skipped <= MOST);
    fuzz_check(output.name_count <= TEST_NAMES);
    for (size_t i = 0; i < output.name_count; i++)
        fuzz_check(fuzz_is_visible(output.names[i]) &&
                   strlen(output.names[i]) <= 4 * TEST_NAME_BYTES);
    fuzz_check(!output.ok || (status == 0 && output.failed == 0));
    fuzz_check(*test_format_name(output.format));
    if (output.format == TEST_EXIT)
        fuzz_check(output.passed + output.failed + output.skipped + output.name_count == 0);
}

static void check_coverage(struct fuzz_input report)
{
    struct line_set *set = line_set_new("/box");
    enum coverage_format format = COVERAGE_UNKNOWN;
    struct error error = { 0 };

    fuzz_check(set);
    int failed = coverage_read((const char *) report.data, report.size, set, &format, &error);
    fuzz_check(failed == 0 || failed == -EINVAL);
    fuzz_check(failed < 0 || format != COVERAGE_UNKNOWN);
    fuzz_check(!line_set_has(set, "nobody/has/such/a.path", 1));
    for (unsigned line = 0; line < 40; line++)
        (void) line_set_has(set, "src/a.py", line);
    line_set_free(set);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input rest = { data, size };
    int status = (int) fuzz_number(&rest, 1);
    struct fuzz_input printed = fuzz_part(&rest), junit = fuzz_part(&rest);
    AUTO_FREE char *text = fuzz_text(printed);
    AUTO_FREE char *xml = fuzz_text(junit);

    check_output((struct fuzz_input){ (uint8_t *) text, printed.size },
                 (struct fuzz_input){ (uint8_t *) xml, junit.size }, status);
    check_coverage(rest);
    return 0;
}
