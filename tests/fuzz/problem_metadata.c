/*
 * problem.yaml in every version of the format, and the two other files with limits.
 * Input: problem.yaml, then, each behind a byte 0xff, domjudge-problem.ini and .timelimit; those
 * that are not there are empty, which the reader takes for "nothing said".
 *
 * Properties: those of package_check(): faults have a place and one visible line, limits are
 * positive.
 */
#include "tests/fuzz/problem_package.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };

    if (!package_root[0])
        package_make();
    package_put("problem.yaml", fuzz_part(&input));
    package_put("domjudge-problem.ini", fuzz_part(&input));
    if (input.size)
        package_put(".timelimit", input);
    package_check();
    char path[512];
    package_path(".timelimit", path);
    unlink(path);
    return 0;
}
