/*
 * What the authors of a package say a submission should get, in Assay's verdicts.
 *
 * The formats and the judges that read them know fewer verdicts than Assay has, so each of their
 * words stands for several of ours: a program that runs out of memory, is ended for a forbidden
 * call or floods its output is a "run-time error" in a package whose words end there. A flood may
 * also be called a wrong answer, or a time limit where the judge cuts the output and lets it run.
 *
 * Source   2025-09.md and legacy.md, "Example submissions"; DOMjudge's problem-format.rst for the
 *          marks, and its names of results.
 */
#include "judge/problem/reader.h"

#include <ctype.h>
#include <string.h>

#define AC VERDICT_BIT(VERDICT_AC)
#define WA (VERDICT_BIT(VERDICT_WA) | VERDICT_BIT(VERDICT_OLE))
#define TLE (VERDICT_BIT(VERDICT_TLE) | VERDICT_BIT(VERDICT_OLE))
#define MLE (VERDICT_BIT(VERDICT_MLE) | VERDICT_BIT(VERDICT_RTE))
#define RTE                                                                                        \
    (VERDICT_BIT(VERDICT_RTE) | VERDICT_BIT(VERDICT_MLE) | VERDICT_BIT(VERDICT_SV) |               \
     VERDICT_BIT(VERDICT_OLE))
#define OLE (VERDICT_BIT(VERDICT_OLE) | VERDICT_BIT(VERDICT_WA) | VERDICT_BIT(VERDICT_RTE))
#define CE VERDICT_BIT(VERDICT_CE)
#define ANY ((VERDICT_BIT(VERDICT_COUNT) - 1) & ~VERDICT_BIT(VERDICT_JE))

/* Words for one result, in lower case with underscores: of the formats, of DOMjudge's marks, and
 * the short ones of submissions.yaml. */
static const struct {
    const char *word;
    unsigned verdicts;
} words[] = {
    { "accepted", AC },
    { "ac", AC },
    { "correct", AC },
    { "partially_accepted", AC },
    { "wrong_answer", WA },
    { "wa", WA },
    { "presentation_error", WA },
    { "no_output", WA },
    { "time_limit_exceeded", TLE },
    { "timelimit", TLE },
    { "time_limit", TLE },
    { "tle", TLE },
    { "run_time_error", RTE },
    { "runtime_error", RTE },
    { "run_error", RTE },
    { "rte", RTE },
    { "memory_limit_exceeded", MLE },
    { "memory_limit", MLE },
    { "mle", MLE },
    { "output_limit_exceeded", OLE },
    { "output_limit", OLE },
    { "ole", OLE },
    { "compile_error", CE },
    { "compiler_error", CE },
    { "compilation_error", CE },
    { "ce", CE },
    { "security_violation", VERDICT_BIT(VERDICT_SV) | VERDICT_BIT(VERDICT_RTE) },
    { "check_manually", ANY },
};

/* Directories whose names are not a result. */
static const struct {
    const char *name;
    unsigned verdicts;
} directories[] = {
    { "rejected", ANY & ~AC },
    /* NOLINTNEXTLINE(misc-redundant-expression): both have OLE in them */
    { "brute_force", TLE | RTE },
    { "slow", AC | TLE },
    { "slow_accepted", AC | TLE },
};

/* Compares without case, and with '-', ' ' and '_' alike. */
static bool same_word(const char *word, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        char letter = (char) tolower((unsigned char) text[i]);
        if (letter == '-' || letter == ' ')
            letter = '_';
        if (letter != word[i])
            return false;
    }
    return word[length] == '\0';
}

unsigned expectation_of_word(const char *word, size_t length)
{
    for (size_t i = 0; i < COUNT(words); i++) {
        if (same_word(words[i].word, word, length))
            return words[i].verdicts;
    }
    return 0;
}

unsigned expectation_of_directory(const char *name)
{
    size_t length = strlen(name);

    for (size_t i = 0; i < COUNT(directories); i++) {
        if (same_word(directories[i].name, name, length))
            return directories[i].verdicts;
    }
    return expectation_of_word(name, length);
}

/* The list behind a mark: names separated by commas up to the end of the line. What follows the
 * last name there (the end of a comment) belongs to no name. */
static unsigned read_mark(const char *text, size_t size)
{
    unsigned verdicts = 0;
    size_t at = 0;

    while (at < size && text[at] != '\n') {
        while (at < size && (text[at] == ' ' || text[at] == '\t'))
            at++;
        size_t start = at;
        while (at < size && (isalpha((unsigned char) text[at]) || strchr("-_", text[at])) &&
               text[at])
            at++;
        verdicts |= expectation_of_word(text + start, at - start);
        while (at < size && (text[at] == ' ' || text[at] == '\t'))
            at++;
        if (at >= size || text[at] != ',')
            break;
        at++;
    }
    return verdicts;
}

unsigned expectation_of_mark(const char *source, size_t size)
{
    static const char mark[] = "@EXPECTED_RESULTS@:";
    const char *found = memmem(source, size, mark, sizeof(mark) - 1);

    if (!found)
        return 0;
    found += sizeof(mark) - 1;
    return read_mark(found, size - (size_t) (found - source));
}

unsigned package_expectation(const char *directory_name, const char *source, size_t size)
{
    unsigned verdicts = source ? expectation_of_mark(source, size) : 0;

    if (!verdicts)
        verdicts = expectation_of_directory(directory_name);
    return verdicts ? verdicts : ANY;
}
