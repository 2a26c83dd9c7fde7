/*
 * What a package is to its users: names of verdicts, the list of faults, the arguments of a test.
 * Reading one is in reader.c and the files that it calls.
 */
#include "judge/problem/problem.h"

#include "judge/base/file.h"

#include <string.h>

static const struct {
    const char *name, *text;
} verdicts[] = {
    [VERDICT_AC] = { "AC", "accepted" },
    [VERDICT_WA] = { "WA", "wrong answer" },
    [VERDICT_TLE] = { "TLE", "time limit exceeded" },
    [VERDICT_MLE] = { "MLE", "memory limit exceeded" },
    [VERDICT_OLE] = { "OLE", "output limit exceeded" },
    [VERDICT_RTE] = { "RTE", "run-time error" },
    [VERDICT_CE] = { "CE", "compile error" },
    [VERDICT_SV] = { "SV", "forbidden system call" },
    [VERDICT_JE] = { "JE", "judge error" },
};

_Static_assert(COUNT(verdicts) == VERDICT_COUNT, "each verdict has its names");

const char *verdict_name(enum verdict verdict)
{
    return verdict < VERDICT_COUNT ? verdicts[verdict].name : "?";
}

const char *verdict_text(enum verdict verdict)
{
    return verdict < VERDICT_COUNT ? verdicts[verdict].text : "unknown";
}

void package_faults_clear(struct package_faults *faults)
{
    free(faults->faults);
    *faults = (struct package_faults){ 0 };
}

size_t package_fault_errors(const struct package_faults *faults)
{
    size_t errors = 0;

    for (size_t i = 0; i < faults->count; i++)
        errors += !faults->faults[i].warning;
    return errors;
}

void package_free(struct package *package)
{
    /* The package itself lies in its arena. */
    if (package)
        arena_free(package->arena);
}

/* Validators are named in settings by their file, with or without its ending. */
static bool names_validator(const char *wanted, const char *validator_name)
{
    const char *base = path_base(validator_name);
    size_t length = strlen(wanted);

    return strncmp(base, wanted, length) == 0 && (!base[length] || base[length] == '.');
}

const char *const *package_input_arguments(const struct package_test *test,
                                           const char *validator_name)
{
    static const char *const none[] = { NULL };

    for (size_t i = 0; i < test->input_argument_count; i++) {
        const struct package_arguments *arguments = &test->input_arguments[i];
        if (!arguments->validator || names_validator(arguments->validator, validator_name))
            return arguments->values;
    }
    return none;
}
