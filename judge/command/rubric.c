/* `assay rubric`: what helps to write rubrics, and to understand what they say. */

#include "judge/base/file.h"
#include "judge/command/command.h"
#include "judge/command/near.h"
#include "judge/command/scoring.h"
#include "judge/report/scorecard_report.h"
#include "judge/report/table.h"

#include <string.h>

struct rubric_settings {
    bool json, schema;
    struct scoring_settings scoring;
};

static const struct option_row options[] = {
    OPTION_JSON(struct rubric_settings),
    SCORING_OPTIONS(struct rubric_settings, scoring),
    { .name = "schema",
      .type = OPTION_FLAG,
      .offset = offsetof(struct rubric_settings, schema),
      .help = "of facts: print the JSON Schema of evidence" },
    { 0 },
};

static void free_rubric(struct rubric **rubric)
{
    rubric_free(*rubric);
}

static void free_json(json_t **json)
{
    json_decref(*json);
}

/* ---- check ---------------------------------------------------------------------------------- */

static enum command_exit check_file(const char *name, bool json, json_t *list)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(free_rubric) struct rubric *rubric = NULL;
    struct rubric_faults faults = { .arena = arena };
    enum command_exit status = command_rubric_read(name, EVIDENCE_ALGORITHM, &rubric);

    if (status != COMMAND_PASSED)
        return status;
    rubric_check(rubric, &faults);
    status = faults.count ? COMMAND_BAD_INPUT : COMMAND_PASSED;
    if (faults.failed)
        status = command_printed(-ENOMEM, COMMAND_BROKEN);
    for (size_t i = 0; json && i < faults.count; i++)
        json_array_append_new(list,
                              json_pack("{ss si ss}", "file", faults.items[i].file, "line",
                                        faults.items[i].line, "message", faults.items[i].message));
    if (!json) {
        report_faults_text(stdout, &faults);
        printf("%s: %zu criteria, %zu faults\n", rubric->file, rubric->count, faults.count);
    }
    rubric_faults_clear(&faults);
    return status;
}

static enum command_exit check(const struct command_input *input)
{
    const struct rubric_settings *settings = input->settings;
    CLEANUP(free_json) json_t *list = json_array();
    enum command_exit worst = COMMAND_PASSED;

    for (int i = 1; i < input->count; i++) {
        enum command_exit status = check_file(input->arguments[i], settings->json, list);
        worst = status > worst ? status : worst;
    }
    return settings->json ? command_printed(evidence_print(stdout, list), worst) : worst;
}

/* ---- explain -------------------------------------------------------------------------------- */

static enum command_exit explain(const struct command_input *input)
{
    const struct rubric_settings *settings = input->settings;
    CLEANUP(free_json) json_t *scorecard = NULL;
    struct report_style style = report_style_of(stdout);
    struct evidence *evidence = NULL;
    enum command_exit status = command_either_read(input->arguments[1], &evidence, &scorecard);

    if (status == COMMAND_PASSED && evidence)
        status = command_score(&settings->scoring, evidence, &scorecard);
    evidence_free(evidence);
    if (status != COMMAND_PASSED)
        return status;
    if (settings->json)
        return command_printed(evidence_print(stdout, scorecard), status);
    report_explanation_text(stdout, &style, scorecard);
    return status;
}

/* ---- facts and list ------------------------------------------------------------------------- */

static json_t *fact_json(const struct fact *fact)
{
    json_t *kinds = json_array();

    for (unsigned kind = EVIDENCE_ALGORITHM; kind <= EVIDENCE_REVIEW; kind <<= 1)
        if (fact->kinds & kind)
            json_array_append_new(kinds, json_string(evidence_kind_name(kind)));
    json_t *words = fact->words ? json_array() : json_null();
    for (size_t i = 0; fact->words && fact->words[i]; i++)
        json_array_append_new(words, json_string(fact->words[i]));
    return json_pack(
        "{ss ss ss ss so so so ss}", "name", fact->name, "type", fact_type_name(fact->type), "unit",
        fact->unit, "better", fact_better_name(fact), "words", words, "most",
        fact->most ? json_string(fact->most) : json_null(), "kinds", kinds, "about", fact->about);
}

static void print_facts(void)
{
    const char *const headings[] = { "fact", "type", "better", "", NULL };
    struct report_style style = report_style_of(stdout);
    struct table table;

    table_begin(&table, "llll", 0, headings);
    for (size_t i = 0; i < fact_count(); i++) {
        const struct fact *fact = fact_at(i);

        table_line(&table);
        table_cell(&table, 0, REPORT_PLAIN, "%s", fact->name);
        table_cell(&table, 1, REPORT_FAINT, "%s", fact_type_name(fact->type));
        table_cell(&table, 2, REPORT_FAINT, "%s", fact_better_name(fact));
        table_cell(&table, 3, REPORT_PLAIN, "%s", fact->about);
    }
    table_end(&table, stdout, &style);
}

static enum command_exit facts(const struct command_input *input)
{
    const struct rubric_settings *settings = input->settings;
    CLEANUP(free_json) json_t *json = NULL;

    if (!settings->json && !settings->schema) {
        print_facts();
        return COMMAND_PASSED;
    }
    json = settings->schema ? evidence_schema() : json_array();
    for (size_t i = 0; !settings->schema && i < fact_count(); i++)
        json_array_append_new(json, fact_json(fact_at(i)));
    return command_printed(evidence_print(stdout, json), COMMAND_PASSED);
}

static enum command_exit list(const struct command_input *input)
{
    const struct rubric_settings *settings = input->settings;
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(free_json) json_t *all = json_array();
    const char *const *names;
    struct error error = { 0 };

    if (!arena || command_rubric_names(arena, &names, &error) < 0)
        return command_fail(command_status(&error), &error);
    for (size_t i = 0; names[i]; i++) {
        CLEANUP(free_rubric) struct rubric *rubric = NULL;
        enum command_exit status = command_rubric_read(names[i], EVIDENCE_ALGORITHM, &rubric);
        if (status != COMMAND_PASSED)
            return status;
        if (settings->json)
            json_array_append_new(all, json_pack("{ss ss si ss}", "name", names[i], "title",
                                                 rubric->title, "version", rubric->version, "file",
                                                 rubric->file));
        else
            printf("%-12s %s\n", names[i], rubric->title);
    }
    return settings->json ? command_printed(evidence_print(stdout, all), COMMAND_PASSED)
                          : COMMAND_PASSED;
}

/* ---- The command ---------------------------------------------------------------------------- */

const char *const command_rubric_actions[] = { "check", "explain", "facts", "list", NULL };

/* In the order of their names. */
static const struct {
    int least, most; /* arguments behind it; most -1: any */
    enum command_exit (*run)(const struct command_input *input);
} actions[] = { { 1, -1, check }, { 1, 1, explain }, { 0, 0, facts }, { 0, 0, list } };

static enum command_exit run(const struct command_input *input)
{
    const char *const *names = command_rubric_actions;
    struct error error = { 0 };
    int count = input->count - 1;

    for (size_t i = 0; names[i]; i++) {
        if (strcmp(names[i], input->arguments[0]) != 0)
            continue;
        if (count >= actions[i].least && (actions[i].most < 0 || count <= actions[i].most))
            return actions[i].run(input);
        error_set(&error, -EINVAL, "rubric %s: %s", names[i],
                  count < actions[i].least ? "which file?" : "too many arguments");
        return command_fail(COMMAND_USAGE, &error);
    }
    error_set(&error, -EINVAL, "rubric: unknown action '%.60s'", input->arguments[0]);
    error_remedy(&error, "one of check, explain, facts, list");
    near_remedy(names, input->arguments[0], "assay rubric ", &error);
    return command_fail(COMMAND_USAGE, &error);
}

const struct command command_rubric = {
    .name = "rubric",
    .arguments = "ACTION [FILE]...",
    .summary = "Check rubrics, and explain scorecards",
    .help =
        "check RUBRIC...   what is wrong with them: weights, bounds that overlap, levels that\n"
        "                  nothing reaches, facts that make a level worse by becoming better\n"
        "explain FILE      of a scorecard, or of evidence: each criterion's way to its level, and\n"
        "                  the smallest change of facts that would reach the next one\n"
        "facts             all facts that conditions may name\n"
        "list              the rubrics that are there\n\n"
        "Exit status 3: a rubric or file is wrong.\n",
    .options = options,
    .settings_bytes = sizeof(struct rubric_settings),
    .least = 1,
    .most = -1,
    .run = run,
};
