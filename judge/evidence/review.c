/*
 * From a review to evidence: what the code measures. Where nothing was read there is nothing to
 * measure, and zeros would look like the best of code.
 */

#include "judge/review/review.h"

#include "judge/evidence/evidence.h"

#include <string.h>

static void set_greatest(struct evidence *evidence, const char *name,
                         const struct review_extreme *extreme, const char *where)
{
    evidence_set(evidence, name, extreme->value, SOURCE_FILE,
                 extreme->where ? extreme->where : where);
}

static void absent_all(struct evidence *evidence, const char *prefix, const char *why,
                       const char *where)
{
    for (size_t i = 0; i < fact_count(); i++) {
        const struct fact *fact = fact_at(i);
        if (strncmp(fact->name, prefix, strlen(prefix)) == 0 && (fact->kinds & evidence->kind))
            evidence_absent(evidence, fact->name, why, SOURCE_COMMAND, where);
    }
}

void evidence_add_review(struct evidence *evidence, const struct review *review, const char *where)
{
    const struct review_measures *measures = &review->measures;
    const struct {
        const char *name;
        size_t value;
    } counts[] = {
        { "code.lines", measures->lines },
        { "code.generated.files", review->generated_count },
        { "code.functions.count", measures->functions },
        { "code.names.meaningless", measures->meaningless_names },
        { "code.commented_out", measures->commented_out },
        { "code.debug_output", measures->debug_output },
        { "code.magic_numbers", measures->magic_numbers },
    };

    if (measures->lines == 0) {
        absent_all(evidence, "code.", "there is no source that can be read", where);
        return;
    }
    for (size_t i = 0; i < COUNT(counts); i++)
        evidence_set(evidence, counts[i].name, (double) counts[i].value, SOURCE_MEASUREMENT, where);
    set_greatest(evidence, "code.functions.longest", &measures->longest, where);
    set_greatest(evidence, "code.functions.nesting", &measures->nesting, where);
    set_greatest(evidence, "code.functions.cognitive", &measures->cognitive, where);
    set_greatest(evidence, "code.functions.cyclomatic", &measures->cyclomatic, where);
    set_greatest(evidence, "code.functions.parameters", &measures->parameters, where);
    double share = (double) measures->duplicated_lines / (double) measures->lines;
    evidence_set(evidence, "code.duplicated_share", share < 1 ? share : 1, SOURCE_MEASUREMENT,
                 where);
}

void evidence_no_review(struct evidence *evidence, const char *why, const char *where)
{
    absent_all(evidence, "code.", why, where);
    absent_all(evidence, "findings.", why, where);
}
