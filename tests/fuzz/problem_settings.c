/*
 * Settings of groups and tests. Input: a letter for the version of the format, then, between bytes
 * 0xff, the file of data/secret, that of the group in it, and that of the test in that.
 *
 * Properties: those of package_check(): faults have a place and one visible line; ranges, scores
 * and arguments are whole.
 */
#include "tests/fuzz/problem_package.h"

static void put_version(const char *name)
{
    char text[200];

    snprintf(text, sizeof(text),
             "problem_format_version: %s\nname: S\nuuid: u\ntype: scoring\n"
             "limits: {time_limit: 1}\n",
             name);
    package_put_text("problem.yaml", text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const versions[] = { "legacy", "2023-07-draft", "2025-09" };
    struct fuzz_input input = { data, size }, nothing = { data, 0 };

    if (!package_root[0])
        package_make();
    size_t version = size > 0 ? data[0] % COUNT(versions) : 0;
    input.data += size > 0;
    input.size -= size > 0;
    struct fuzz_input secret = fuzz_part(&input), one = fuzz_part(&input);

    put_version(versions[version]);
    package_put("data/secret/testdata.yaml", version < 2 ? secret : nothing);
    package_put("data/secret/test_group.yaml", version > 0 ? secret : nothing);
    package_put("data/secret/one/testdata.yaml", version < 2 ? one : nothing);
    package_put("data/secret/one/test_group.yaml", version > 0 ? one : nothing);
    package_put("data/secret/one/1.yaml", input);
    package_check();
    return 0;
}
