/*
 * Theory of operation: a constant table, a row a fact. Names that come once for each principle,
 * aspect or section are written by macros, so that the table is known when compiling and a name
 * can be looked for in the source. Whoever needs a fact quickly keeps its place in the table.
 */

#include "judge/evidence/facts.h"

#include "judge/base/memory.h"

#include <math.h>
#include <string.h>

#define SECONDS_MOST 86400.0
#define COUNT_MOST 1e9

/* Which words a fact has, from the worst to the best. */
static const char *const verdicts[] = { "CE", "SV", "RTE", "WA", "OLE", "MLE", "TLE", "AC", NULL };
static const char *const growths[] = { "worse", "as expected", "better", NULL };
static const char *const classes[] = { "2^n", "n^3",    "n^2 log n", "n^2", "n sqrt n", "n log n",
                                       "n",   "sqrt n", "log n",     "1",   NULL };
static const char *const methods[] = { "not measurable", "mutants", "http", NULL };

/* The place of the last word of each; a test holds them together. */
enum { LAST_OF_verdicts = 7, LAST_OF_growths = 2, LAST_OF_classes = 9, LAST_OF_methods = 2 };

/* The principle of a finding; the same words as in FINDINGS_OF below. */
const char *const fact_principles[] = { "errors",   "limits",        "concurrency", "data",
                                        "security", "observability", "clarity",     "tests",
                                        "readme",   "history",       NULL };
const char *const fact_aspects[] = { "specification", "persistence", "concurrency", "security",
                                     "load",          "operability", NULL };
const char *const fact_sections[] = { "purpose",       "setup",     "run",    "test", "api",
                                      "configuration", "decisions", "limits", "next", NULL };

enum {
    ALGORITHM = EVIDENCE_ALGORITHM,
    SERVICE = EVIDENCE_SERVICE,
    REPOSITORY = EVIDENCE_SERVICE | EVIDENCE_REVIEW,
    ALL = EVIDENCE_ALGORITHM | EVIDENCE_SERVICE | EVIDENCE_REVIEW
};

#define NUMERIC(fact_name, kind_of, of_unit, direction, highest, bound, in, sentence)              \
    {                                                                                              \
        .name = (fact_name), .type = (kind_of), .unit = (of_unit), .better = (direction),          \
        .high = (highest), .most = (bound), .kinds = (in), .about = (sentence)                     \
    }
#define COUNTED(name, unit, better, most, kinds, about)                                            \
    NUMERIC(name, FACT_COUNT, unit, better, COUNT_MOST, most, kinds, about)
#define SHARE(name, better, kinds, about)                                                          \
    NUMERIC(name, FACT_RATIO, "", better, 1, NULL, kinds, about)
#define YES(name, kinds, about) NUMERIC(name, FACT_BOOL, "", FACT_MORE, 1, NULL, kinds, about)
#define WORDS(fact_name, list, direction, in, sentence)                                            \
    {                                                                                              \
        .name = (fact_name), .type = FACT_WORD, .unit = "", .better = (direction),                 \
        .high = LAST_OF_##list, .words = (list), .kinds = (in), .about = (sentence)                \
    }

#define FINDINGS_OF(principle)                                                                     \
    COUNTED("findings." principle ".must_fix", "findings", FACT_LESS, NULL, ALL,                   \
            "Findings of this principle that have to be mended before merging."),                  \
        COUNTED("findings." principle ".should_fix", "findings", FACT_LESS, NULL, ALL,             \
                "Findings of this principle that should be mended."),                              \
        COUNTED("findings." principle ".consider", "findings", FACT_LESS, NULL, ALL,               \
                "Findings of this principle that are worth a thought."),                           \
        COUNTED("findings." principle ".praise", "findings", FACT_MORE, NULL, ALL,                 \
                "What was done well under this principle.")

#define PROBES_OF(aspect)                                                                          \
    COUNTED("probes." aspect ".passed", "probes", FACT_MORE, "probes." aspect ".total", SERVICE,   \
            "Probes of this aspect that passed."),                                                 \
        COUNTED("probes." aspect ".failed", "probes", FACT_LESS, "probes." aspect ".total",        \
                SERVICE, "Probes of this aspect that did not pass, or could not be played."),      \
        COUNTED("probes." aspect ".total", "probes", FACT_NEITHER, NULL, SERVICE,                  \
                "Probes of this aspect.")

#define SECTION(word) YES("readme.sections." word, REPOSITORY, "The README has this section.")

static const struct fact catalogue[] = {
    WORDS("tests.verdict", verdicts, FACT_LATER, ALGORITHM, "The verdict over all tests."),
    YES("tests.accepted", ALGORITHM, "The verdict is AC."),
    COUNTED("tests.samples.passed", "tests", FACT_MORE, "tests.samples.total", ALGORITHM,
            "Sample tests that passed."),
    COUNTED("tests.samples.total", "tests", FACT_NEITHER, NULL, ALGORITHM, "Sample tests."),
    COUNTED("tests.secret.passed", "tests", FACT_MORE, "tests.secret.total", ALGORITHM,
            "Secret tests that passed; those that were not run after a failure did not."),
    COUNTED("tests.secret.total", "tests", FACT_NEITHER, NULL, ALGORITHM, "Secret tests."),
    SHARE("tests.first_failed_share", FACT_MORE, ALGORITHM,
          "The share of all tests, in judging order, before the first that failed; 1: none did."),
    NUMERIC("tests.slowest_share", FACT_NUMBER, "of the time limit", FACT_LESS, 100, NULL,
            ALGORITHM, "CPU time of the slowest test over the time limit."),
    NUMERIC("tests.memory_share", FACT_NUMBER, "of the memory limit", FACT_LESS, 100, NULL,
            ALGORITHM, "The largest peak of memory of a test over the memory limit."),
    WORDS("growth.time.verdict", growths, FACT_LATER, ALGORITHM,
          "How the time grows, beside what the problem expects."),
    WORDS("growth.time.class", classes, FACT_LATER, ALGORITHM, "The class in which time grows."),
    SHARE("growth.time.confidence", FACT_NEITHER, ALGORITHM, "How sure that class is."),
    WORDS("growth.space.verdict", growths, FACT_LATER, ALGORITHM,
          "How the memory grows, beside what the problem expects."),
    WORDS("growth.space.class", classes, FACT_LATER, ALGORITHM, "The class in which memory grows."),
    SHARE("growth.space.confidence", FACT_NEITHER, ALGORITHM, "How sure that class is."),
    NUMERIC("session.minutes", FACT_NUMBER, "min", FACT_LESS, 100000, NULL, ALGORITHM,
            "Minutes from the first sight of the problem to this submission."),
    COUNTED("session.attempts", "submissions", FACT_LESS, NULL, ALGORITHM,
            "Submissions of the round, with this one."),
    YES("session.samples_run_first", ALGORITHM,
        "The samples were run by the candidate before the first submission."),
    COUNTED("session.own_inputs", "inputs", FACT_MORE, NULL, ALGORITHM,
            "Inputs of the candidate's own that were tried."),
    COUNTED("code.lines", "lines", FACT_NEITHER, NULL, ALL, "Lines of code that are not blank."),
    COUNTED("code.generated.files", "files", FACT_NEITHER, NULL, ALL,
            "Files that say, or look as if, a program made them."),
    COUNTED("code.functions.count", "functions", FACT_NEITHER, NULL, ALL, "Functions."),
    COUNTED("code.functions.longest", "lines", FACT_LESS, NULL, ALL,
            "Lines of the longest function."),
    COUNTED("code.functions.nesting", "levels", FACT_LESS, NULL, ALL,
            "The deepest nesting of blocks in a function."),
    COUNTED("code.functions.cognitive", "points", FACT_LESS, NULL, ALL,
            "The largest cognitive complexity of a function."),
    COUNTED("code.functions.cyclomatic", "paths", FACT_LESS, NULL, ALL,
            "The largest cyclomatic complexity of a function."),
    COUNTED("code.functions.parameters", "parameters", FACT_LESS, NULL, ALL,
            "The largest number of parameters of a function."),
    SHARE("code.duplicated_share", FACT_LESS, ALL, "The share of lines that stand there twice."),
    COUNTED("code.names.meaningless", "names", FACT_LESS, NULL, ALL, "Names that say nothing."),
    COUNTED("code.commented_out", "places", FACT_LESS, NULL, ALL, "Code that is commented out."),
    COUNTED("code.debug_output", "places", FACT_LESS, NULL, ALL,
            "Output for debugging that was left in."),
    COUNTED("code.magic_numbers", "numbers", FACT_LESS, NULL, ALL,
            "Numbers in the code that should have a name."),
    COUNTED("findings.must_fix", "findings", FACT_LESS, NULL, ALL,
            "Findings that have to be mended before merging."),
    COUNTED("findings.should_fix", "findings", FACT_LESS, NULL, ALL,
            "Findings that should be mended."),
    COUNTED("findings.consider", "findings", FACT_LESS, NULL, ALL,
            "Findings that are worth a thought."),
    COUNTED("findings.praise", "findings", FACT_MORE, NULL, ALL, "What was done well."),
    FINDINGS_OF("errors"),
    FINDINGS_OF("limits"),
    FINDINGS_OF("concurrency"),
    FINDINGS_OF("data"),
    FINDINGS_OF("security"),
    FINDINGS_OF("observability"),
    FINDINGS_OF("clarity"),
    FINDINGS_OF("tests"),
    FINDINGS_OF("readme"),
    FINDINGS_OF("history"),
    YES("build.works", SERVICE, "The build ended well, or there is nothing to build."),
    NUMERIC("build.seconds", FACT_NUMBER, "s", FACT_LESS, SECONDS_MOST, NULL, SERVICE,
            "How long the build took."),
    YES("start.works", SERVICE, "The service answered /healthz at its first start."),
    NUMERIC("start.seconds", FACT_NUMBER, "s", FACT_LESS, SECONDS_MOST, NULL, SERVICE,
            "How long the first start took until it was ready."),
    YES("service.stops", SERVICE, "Behind the probes, the service ended within 5 s of SIGTERM."),
    YES("service.logs", SERVICE, "The service wrote something to its standard output or error."),
    COUNTED("probes.passed", "probes", FACT_MORE, "probes.total", SERVICE, "Probes that passed."),
    COUNTED("probes.failed", "probes", FACT_LESS, "probes.total", SERVICE,
            "Probes that did not pass, or could not be played."),
    COUNTED("probes.total", "probes", FACT_NEITHER, NULL, SERVICE, "Probes of the problem."),
    PROBES_OF("specification"),
    PROBES_OF("persistence"),
    PROBES_OF("concurrency"),
    PROBES_OF("security"),
    PROBES_OF("load"),
    PROBES_OF("operability"),
    YES("tests.own.present", REPOSITORY, "The repository has tests, and says how they are run."),
    COUNTED("tests.own.passed", "tests", FACT_MORE, NULL, REPOSITORY,
            "The candidate's own tests that passed."),
    COUNTED("tests.own.failed", "tests", FACT_LESS, NULL, REPOSITORY,
            "The candidate's own tests that failed."),
    SHARE("tests.own.kill_rate", FACT_MORE, REPOSITORY,
          "The share of wrong services, or wrong changes, that the candidate's tests noticed."),
    SHARE("tests.own.kill_rate_low", FACT_MORE, REPOSITORY,
          "The lower end of the 95 % interval of that share."),
    WORDS("tests.own.method", methods, FACT_NEITHER, REPOSITORY, "How that share was measured."),
    NUMERIC("service.memory_peak", FACT_NUMBER, "MiB", FACT_LESS, 1e6, NULL, SERVICE,
            "The most memory that a probe saw the service use."),
    NUMERIC("service.cpu_seconds", FACT_NUMBER, "s", FACT_LESS, SECONDS_MOST, NULL, SERVICE,
            "The most CPU time that a probe saw the service use."),
    YES("readme.present", REPOSITORY, "There is a README."),
    SECTION("purpose"),
    SECTION("setup"),
    SECTION("run"),
    SECTION("test"),
    SECTION("api"),
    SECTION("configuration"),
    SECTION("decisions"),
    SECTION("limits"),
    SECTION("next"),
    YES("readme.setup.works", REPOSITORY,
        "Set-up and start as the README says, in a fresh copy, gave a running service."),
    COUNTED("readme.commands.passed", "commands", FACT_MORE, NULL, REPOSITORY,
            "Commands of the README that did what it says."),
    COUNTED("readme.commands.failed", "commands", FACT_LESS, NULL, REPOSITORY,
            "Commands of the README that failed."),
    COUNTED("readme.claims.true", "claims", FACT_MORE, NULL, REPOSITORY,
            "Endpoints, variables and ports of the README that are there."),
    COUNTED("readme.claims.false", "claims", FACT_LESS, NULL, REPOSITORY,
            "Endpoints, variables and ports of the README that are not there."),
    COUNTED("readme.links.broken", "links", FACT_LESS, NULL, REPOSITORY,
            "Local links and anchors of the README that lead nowhere."),
    COUNTED("history.commits", "commits", FACT_NEITHER, NULL, REPOSITORY, "Commits."),
    COUNTED("history.largest_commit", "lines", FACT_LESS, NULL, REPOSITORY,
            "Changed lines of the largest commit."),
    COUNTED("history.messages.poor", "messages", FACT_LESS, NULL, REPOSITORY,
            "Messages of commits that do not say what changed."),
    COUNTED("history.files.unwanted", "files", FACT_LESS, NULL, REPOSITORY,
            "Files that do not belong into a repository."),
};

size_t fact_count(void)
{
    return COUNT(catalogue);
}

const struct fact *fact_at(size_t index)
{
    return &catalogue[index];
}

int fact_find(const char *name)
{
    for (size_t i = 0; i < COUNT(catalogue); i++)
        if (!strcmp(catalogue[i].name, name))
            return (int) i;
    return -1;
}

/* How much of two names is the same, from both ends. */
static size_t likeness(const char *one, const char *other)
{
    size_t first = strlen(one), second = strlen(other), start = 0, end = 0;
    size_t shorter = first < second ? first : second;

    while (start < shorter && one[start] == other[start])
        start++;
    while (start + end < shorter && one[first - 1 - end] == other[second - 1 - end])
        end++;
    return start + end;
}

const char *fact_near(const char *name)
{
    const char *best = NULL;
    size_t most = strlen(name) / 2;

    for (size_t i = 0; i < COUNT(catalogue); i++) {
        size_t like = likeness(name, catalogue[i].name);

        if (like > most && like * 2 > strlen(catalogue[i].name)) {
            most = like;
            best = catalogue[i].name;
        }
    }
    return best;
}

int fact_word(const struct fact *fact, const char *word)
{
    for (int i = 0; fact->words && fact->words[i]; i++)
        if (!strcmp(fact->words[i], word))
            return i;
    return -1;
}

size_t fact_words(const struct fact *fact)
{
    size_t count = 0;

    while (fact->words && fact->words[count])
        count++;
    return count;
}

const char *fact_type_name(enum fact_type type)
{
    static const char *const names[] = {
        [FACT_BOOL] = "bool",   [FACT_COUNT] = "count", [FACT_NUMBER] = "number",
        [FACT_RATIO] = "ratio", [FACT_WORD] = "word",
    };

    return names[type];
}

const char *fact_better_name(const struct fact *fact)
{
    bool yes = fact->type == FACT_BOOL;

    switch (fact->better) {
    case FACT_MORE:
        return yes ? "yes" : "more";
    case FACT_LESS:
        return yes ? "no" : "less";
    case FACT_LATER:
        return "later words";
    default:
        return "neither";
    }
}

static double step_of(const struct fact *fact, double value)
{
    if (fact->type == FACT_RATIO)
        return 0.01;
    return fact->type == FACT_NUMBER ? fmax(0.01, round(value * 10) / 100) : 1;
}

bool fact_improve(const struct fact *fact, double value, double most, double *ret)
{
    double step = step_of(fact, value), high = fmin(fact->high, most);

    if (fact->better == FACT_NEITHER)
        return false;
    double next = fact->better == FACT_LESS ? fmax(0, value - step) : fmin(high, value + step);
    if (fact->better == FACT_LESS ? next >= value : next <= value)
        return false;
    *ret = next;
    return true;
}

static const char *const kind_names[] = { "algorithm", "service", "review" };

const char *evidence_kind_name(enum evidence_kind kind)
{
    return kind == EVIDENCE_ALGORITHM ? kind_names[0]
           : kind == EVIDENCE_SERVICE ? kind_names[1]
                                      : kind_names[2];
}

unsigned evidence_kind_find(const char *name)
{
    for (unsigned i = 0; i < COUNT(kind_names); i++)
        if (!strcmp(kind_names[i], name))
            return 1U << i;
    return 0;
}
