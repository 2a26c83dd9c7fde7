/*
 * What a signature has to do with the rest of its package: the sample that is the worked example of
 * the starters, and all files that are generated into it.
 */
#include "judge/signature/internal.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

#define SAMPLE_BYTES ((size_t) 64 * 1024)

/* A sample as texts. *ret stays empty where it is too large or not of the format. */
static int example_of_test(const struct signature *signature, const struct package_test *test,
                           struct arena *arena, struct signature_example *ret, struct error *error)
{
    AUTO_FREE char *input = NULL, *answer = NULL;
    AUTO_BUFFER struct buffer call = { 0 };
    AUTO_BUFFER struct buffer result = { 0 };
    size_t input_size, answer_size;
    int code = file_read(test->input_path, SAMPLE_BYTES, &input, &input_size, error);

    if (code == 0)
        code = file_read(test->answer_path, SAMPLE_BYTES, &answer, &answer_size, error);
    if (code == 0)
        code = signature_call_text(signature, input, input_size, &call, error);
    if (code == 0)
        code = signature_result_text(signature, input, input_size, answer, answer_size, &result,
                                     error);
    if (code == -EFBIG || code == -EINVAL)
        return 0;
    if (code < 0)
        return code;
    struct signature_example example = { arena_strdup(arena, call.data ? call.data : ""),
                                         arena_strdup(arena, result.data ? result.data : "") };
    if (!example.input || !example.result)
        return error_set(error, -ENOMEM, "out of memory");
    *ret = example;
    return 0;
}

int signature_example_of(const struct signature *signature, const struct package *package,
                         struct arena *arena, struct signature_example *ret, struct error *error)
{
    struct signature_example example = { NULL, NULL };
    int code = 0;

    for (size_t i = 0; i < package->test_count && !example.input && code == 0; i++)
        if (package->tests[i].sample)
            code = example_of_test(signature, &package->tests[i], arena, &example, error);
    if (code == 0)
        *ret = example;
    return code;
}

static bool allows(const struct package *package, const char *language)
{
    for (const char *const *id = package->languages; id && *id; id++)
        if (strcmp(*id, language) == 0)
            return true;
    return !package->languages;
}

int signature_package_files(const struct signature *signature, const struct package *package,
                            struct arena *arena, const struct signature_file **ret,
                            size_t *ret_count, struct error *error)
{
    struct signature_example example;
    struct signature_file *all = NULL;
    size_t count = 0, more;
    const struct signature_file *files;
    int code = signature_example_of(signature, package, arena, &example, error);

    for (const char *const *id = signature_languages; *id && code == 0; id++) {
        if (!allows(package, *id))
            continue;
        code = signature_generate(signature, *id, &example, arena, &files, &more, error);
        if (code < 0)
            return code;
        struct signature_file *grown = arena_array(arena, count + more + 1, sizeof(*grown));
        if (!grown)
            return error_set(error, -ENOMEM, "out of memory");
        if (count)
            memcpy(grown, all, count * sizeof(*all));
        memcpy(grown + count, files, more * sizeof(*files));
        all = grown;
        count += more;
    }
    *ret = all;
    *ret_count = count;
    return code;
}
