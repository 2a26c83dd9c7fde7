/* A README that was taken at its word, for people and as JSON (docs/json.md). */

#include "judge/report/readme_report.h"

#include "judge/report/json.h"

#include <string.h>

/* ---- JSON ------------------------------------------------------------------------------------ */

static json_t *step_json(const struct readme_step *step)
{
    const struct readme_command *command = step->command;
    struct json_object object = json_open();

    json_put_count(&object, "line", (uint64_t) command->line);
    json_put_text(&object, "command", command->text);
    json_put_text(&object, "role", readme_role_names[command->role]);
    json_put_text(&object, "status", readme_outcome_names[step->outcome]);
    json_put_text(&object, "reason", step->reason);
    json_put_text(&object, "differs", step->differs);
    json_put(&object, "documented", command->status ? json_integer(command->status) : json_null());
    json_put(&object, "answered", step->status ? json_integer(step->status) : json_null());
    json_put_seconds(&object, "seconds", step->seconds);
    json_put_text(&object, "output", step->output);
    return json_close(&object);
}

static json_t *claim_json(const struct readme_claim *claim)
{
    struct json_object object = json_open();

    json_put_text(&object, "kind", readme_kind_names[claim->kind]);
    json_put_count(&object, "line", (uint64_t) claim->line);
    json_put_text(&object, "claim", claim->text);
    json_put(&object, "port", claim->port ? json_integer(claim->port) : json_null());
    json_put_text(&object, "status", readme_truth_names[claim->truth]);
    json_put_text(&object, "reason", claim->reason ? claim->reason : "");
    return json_close(&object);
}

json_t *json_readme(const struct readme_run *run)
{
    struct json_object object = json_open(), sections = json_open();
    json_t *commands = json_array(), *claims = json_array();
    const struct readme *readme = run ? run->readme : NULL;

    for (int i = 0; i < README_SECTIONS; i++) {
        int line = readme ? readme->sections[i] : 0;
        json_put(&sections, readme_section_names[i], line ? json_integer(line) : json_null());
    }
    for (size_t i = 0; run && i < run->count; i++)
        json_add(&commands, step_json(&run->steps[i]));
    for (size_t i = 0; readme && i < readme->claim_count; i++)
        json_add(&claims, claim_json(&readme->claims[i]));
    json_put_text(&object, "file", readme ? readme->file : NULL);
    json_put(&object, "sections", json_close(&sections));
    json_put_text(&object, "setup", readme_outcome_names[run ? run->setup : OUTCOME_UNVERIFIED]);
    json_put_text(&object, "reason", run ? run->setup_reason : "");
    json_put(&object, "commands", commands);
    json_put(&object, "claims", claims);
    json_put_bool(&object, "cut", readme && readme->cut);
    json_put_count(&object, "unreached", run ? run->unreached : 0);
    json_put_seconds(&object, "seconds", run ? run->seconds : 0);
    return json_close(&object);
}

json_t *report_readme_into(json_t *object, const struct readme_run *run)
{
    if (object && json_object_set_new(object, "readme", run ? json_readme(run) : json_null()) < 0) {
        json_decref(object);
        return NULL;
    }
    return object;
}

/* ---- Text ------------------------------------------------------------------------------------ */

static void put_coloured(FILE *file, const struct report_style *style, enum report_colour colour,
                         const char *text)
{
    fprintf(file, "%s%s%s", report_colour_start(style, colour), text,
            report_colour_end(style, colour));
}

static void put_sections(FILE *file, const struct readme *readme)
{
    const char *between = "  no section for: ";

    for (int i = 0; i < README_SECTIONS; i++) {
        if (readme->sections[i])
            continue;
        fprintf(file, "%s%s", between, readme_section_names[i]);
        between = ", ";
    }
    if (*between == ',')
        fputc('\n', file);
}

static void put_step(FILE *file, const struct report_style *style, const struct readme *readme,
                     const struct readme_step *step)
{
    static const char *const words[] = { "?    ", "ok   ", "FAIL " };
    static const enum report_colour colours[] = { REPORT_FAINT, REPORT_GOOD, REPORT_BAD };

    fputs("  ", file);
    put_coloured(file, style, colours[step->outcome], words[step->outcome]);
    fprintf(file, "%s:%d: %s", readme->file, step->command->line, step->command->shown);
    if (*step->reason || *step->differs)
        fprintf(file, " (%s)", *step->reason ? step->reason : step->differs);
    fputc('\n', file);
}

static void put_claims(FILE *file, const struct report_style *style, const struct readme *readme)
{
    size_t counts[3] = { 0 };

    for (size_t i = 0; i < readme->claim_count; i++) {
        const struct readme_claim *claim = &readme->claims[i];
        counts[claim->truth]++;
        if (claim->truth != CLAIM_FALSE)
            continue;
        fputs("  ", file);
        put_coloured(file, style, REPORT_BAD, "FAIL ");
        fprintf(file, "%s:%d: %s %s (%s)\n", readme->file, claim->line,
                readme_kind_names[claim->kind], claim->text, claim->reason ? claim->reason : "");
    }
    fprintf(file, "  of what it names: %zu there, %zu not, %zu not verified\n", counts[CLAIM_TRUE],
            counts[CLAIM_FALSE], counts[CLAIM_OPEN]);
}

void report_readme_text(FILE *file, const struct report_style *style, const struct readme_run *run)
{
    const struct readme *readme = run->readme;

    fputs("\nREADME: ", file);
    if (!readme) {
        put_coloured(file, style, REPORT_BAD, "there is none");
        fputc('\n', file);
        return;
    }
    fprintf(file, "%zu of its commands passed, %zu failed, %zu were not verified, in %.1f s\n",
            readme_run_count(run, OUTCOME_PASSED), readme_run_count(run, OUTCOME_FAILED),
            readme_run_count(run, OUTCOME_UNVERIFIED), run->seconds);
    for (size_t i = 0; i < run->count; i++)
        put_step(file, style, readme, &run->steps[i]);
    if (run->unreached)
        fprintf(file, "  %zu of the commands were not reached in the %.0f s that it has\n",
                run->unreached, run->limit_s);
    put_claims(file, style, readme);
    put_sections(file, readme);
}
