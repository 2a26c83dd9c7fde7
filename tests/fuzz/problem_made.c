/*
 * generators/made.yaml. Input: the file.
 *
 * Properties: those of package_check(): faults have a place and one visible line; and what was read
 * of the tests is in its ranges, with names that are neither paths nor options.
 */
#include "tests/fuzz/problem_package.h"

static void check_made(const struct package_made *made)
{
    fuzz_check(made->family_count > 0 && made->answers_path && made->generator.path);
    for (size_t i = 0; i < made->family_count; i++)
        fuzz_check(made->families[i].name[0] != '-' && made->families[i].what);
    for (size_t i = 0; i < made->test_count; i++) {
        const struct package_make *make = &made->tests[i];

        fuzz_check(make->family && make->size > 0 && make->seed >= 0 && make->line > 0);
        fuzz_check(!strchr(make->name, '/') && make->name[0] != '.' && make->name[0] != '-');
        fuzz_check(i == 0 || strcmp(made->tests[i - 1].name, make->name) < 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    struct package_faults faults = { 0 };
    struct package *package = NULL;
    struct error error;

    if (!package_root[0]) {
        package_make();
        package_directory("generators");
        package_put_text("generators/generate.py", "print(1)\n");
    }
    package_put("generators/made.yaml", input);
    package_check();
    package_read(package_root, &package, &faults, &error);
    if (package && package->made)
        check_made(package->made);
    package_faults_clear(&faults);
    package_free(package);
    return 0;
}
