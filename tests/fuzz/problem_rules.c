/*
 * submissions.yaml, and the marks in sources. Input: submissions.yaml, 0xff, the text of a
 * submission in a directory whose name says nothing.
 *
 * Properties: those of package_check(): faults have a place and one visible line, verdicts are ones
 * that a submission can get, ranges of scores are in order.
 */
#include "tests/fuzz/problem_package.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };

    if (!package_root[0])
        package_make();
    package_put("submissions/submissions.yaml", fuzz_part(&input));
    package_put("submissions/mixed/slow.py", input);
    package_check();
    return 0;
}
