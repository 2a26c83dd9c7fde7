/* The facts of a README: its sections from its text, what holds of it from executing it. */

#include "judge/evidence/evidence.h"

#include "judge/service/readme_run.h"

#include <stdio.h>
#include <string.h>

static const char *place(const struct readme *readme, int line, char *text, size_t size)
{
    snprintf(text, size, line ? "%.200s:%d" : "%.200s", readme->file, line);
    return text;
}

static void set_sections(struct evidence *evidence, const struct readme *readme)
{
    char name[64], where[240];

    for (int i = 0; i < README_SECTIONS; i++) {
        int line = readme ? readme->sections[i] : 0;
        snprintf(name, sizeof(name), "readme.sections.%s", readme_section_names[i]);
        evidence_set(evidence, name, line > 0, SOURCE_FILE,
                     readme ? place(readme, line, where, sizeof(where)) : "README.md");
    }
}

/* Those that are not verified count nowhere. */
static void set_claims(struct evidence *evidence, const struct readme *readme)
{
    size_t counts[3] = { 0 }, broken = 0;

    for (size_t i = 0; i < readme->claim_count; i++) {
        const struct readme_claim *claim = &readme->claims[i];
        bool link = claim->kind == CLAIM_FILE || claim->kind == CLAIM_ANCHOR;
        broken += link && claim->truth == CLAIM_FALSE;
        counts[claim->truth] += !link;
    }
    evidence_set(evidence, "readme.claims.true", (double) counts[CLAIM_TRUE], SOURCE_FILE,
                 readme->file);
    evidence_set(evidence, "readme.claims.false", (double) counts[CLAIM_FALSE], SOURCE_FILE,
                 readme->file);
    evidence_set(evidence, "readme.links.broken", (double) broken, SOURCE_FILE, readme->file);
}

static void set_commands(struct evidence *evidence, const struct readme_run *run)
{
    char where[240];

    evidence_set(evidence, "readme.commands.passed", (double) readme_run_count(run, OUTCOME_PASSED),
                 SOURCE_COMMAND, run->readme->file);
    evidence_set(evidence, "readme.commands.failed", (double) readme_run_count(run, OUTCOME_FAILED),
                 SOURCE_COMMAND, run->readme->file);
    place(run->readme, run->setup_line, where, sizeof(where));
    if (run->setup == OUTCOME_UNVERIFIED)
        evidence_absent(evidence, "readme.setup.works", run->setup_reason, SOURCE_COMMAND, where);
    else
        evidence_set(evidence, "readme.setup.works", run->setup == OUTCOME_PASSED, SOURCE_COMMAND,
                     where);
}

static const char *const found_by_run[] = { "readme.setup.works", "readme.commands.passed",
                                            "readme.commands.failed" };
static const char *const found_by_reading[] = { "readme.claims.true", "readme.claims.false",
                                                "readme.links.broken" };

static void all_absent(struct evidence *evidence, const char *const *names, size_t count,
                       const char *why)
{
    for (size_t i = 0; i < count; i++)
        evidence_absent(evidence, names[i], why, SOURCE_FILE, "README.md");
}

void evidence_of_readme(struct evidence *evidence, const struct readme_run *run, const char *why)
{
    char name[64];

    if (!run) {
        evidence_absent(evidence, "readme.present", why, SOURCE_FILE, "README.md");
        for (int i = 0; i < README_SECTIONS; i++) {
            snprintf(name, sizeof(name), "readme.sections.%s", readme_section_names[i]);
            evidence_absent(evidence, name, why, SOURCE_FILE, "README.md");
        }
        all_absent(evidence, found_by_run, COUNT(found_by_run), why);
        all_absent(evidence, found_by_reading, COUNT(found_by_reading), why);
        return;
    }
    evidence_set(evidence, "readme.present", run->readme != NULL, SOURCE_FILE,
                 run->readme ? run->readme->file : "README.md");
    set_sections(evidence, run->readme);
    if (!run->readme) {
        all_absent(evidence, found_by_run, COUNT(found_by_run), "there is no README");
        all_absent(evidence, found_by_reading, COUNT(found_by_reading), "there is no README");
        return;
    }
    set_claims(evidence, run->readme);
    set_commands(evidence, run);
}
