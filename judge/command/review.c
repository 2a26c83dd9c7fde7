/* `assay review`: a repository's code read as a pull request, and its history beside it. Nothing of
 * it is executed; what git stores is parsed in a room. */

#include "judge/base/memory.h"
#include "judge/command/command.h"
#include "judge/command/session.h"
#include "judge/report/review_report.h"
#include "judge/review/readme.h"
#include "judge/review/rule.h"
#include "sandbox/sandbox.h"

#include <errno.h>
#include <string.h>

struct review_settings {
    bool json, list;
    struct option_list only;
    const char *rules, *base;
};

static const struct option_row options[] = {
    OPTION_JSON(struct review_settings),
    { .name = "base",
      .type = OPTION_TEXT,
      .value = "REV",
      .offset = offsetof(struct review_settings, base),
      .help = "only what changed since this git revision, committed or not" },
    { .name = "rule",
      .letter = 'r',
      .type = OPTION_LIST,
      .value = "ID",
      .offset = offsetof(struct review_settings, only),
      .help = "apply this rule only; may be given several times" },
    { .name = "rules",
      .type = OPTION_FLAG,
      .offset = offsetof(struct review_settings, list),
      .help = "list the rules instead of reviewing" },
    { .name = "rules-from",
      .type = OPTION_TEXT,
      .value = "DIR",
      .offset = offsetof(struct review_settings, rules),
      .help = "take the rules of this directory instead of the shipped ones" },
    { 0 },
};

static void free_rules(struct rules **rules)
{
    rules_free(*rules);
}

static void free_review(struct review **review)
{
    review_free(*review);
}

/* Every fault is said, with its place: whoever writes rules wants to see them all. */
static enum command_exit say_faults(const struct rule_faults *faults)
{
    const char *at = faults->text.data;

    while (at && *at) {
        const char *end = strchr(at, '\n');
        fprintf(stderr, "assay: %.*s\n", end ? (int) (end - at) : (int) strlen(at), at);
        at = end ? end + 1 : NULL;
    }
    return COMMAND_BAD_INPUT;
}

static enum command_exit print_rules(const struct review_settings *settings,
                                     const struct rules *rules)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct report_style style = report_style_of(stdout);
    size_t count = rules->count + (settings->rules ? 0 : readme_rule_count);
    struct report_rule *rows = arena ? arena_array(arena, count + 1, sizeof(*rows)) : NULL;

    if (!rows)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = rules->items[i];
        rows[i] = (struct report_rule){ rule->id,  rule->title,  rule->principle,
                                        rule->why, rule->remedy, rule->severity };
    }
    for (size_t i = rules->count; i < count; i++) {
        const struct readme_rule *rule = &readme_rules[i - rules->count];
        rows[i] = (struct report_rule){ rule->id,  rule->title,  "readme",
                                        rule->why, rule->remedy, rule->severity };
    }
    if (settings->json)
        return command_printed(report_rules_json(stdout, rows, count), COMMAND_PASSED);
    report_rules_text(stdout, &style, rows, count);
    return command_printed(0, COMMAND_PASSED);
}

static enum command_exit list_rules(const struct review_settings *settings)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(free_rules) struct rules *rules = NULL;
    const char *directory = settings->rules;
    struct rule_faults faults = { 0 };
    struct error error = { 0 };

    if (!arena)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if ((!directory && review_rules_directory(arena, &directory, &error) < 0) ||
        rules_read(directory, &rules, &faults, &error) < 0) {
        buffer_clear(&faults.text);
        return command_fail(command_status(&error), &error);
    }
    for (int i = SYNTAX_NONE + 1; i < SYNTAX_LANGUAGES && faults.count == 0; i++) {
        if (rules_compile(rules, (enum syntax_language) i, &error) < 0)
            return command_fail(command_status(&error), &error);
    }
    enum command_exit status = faults.count ? say_faults(&faults) : print_rules(settings, rules);
    buffer_clear(&faults.text);
    return status;
}

static void free_history(struct history **history)
{
    history_free(*history);
}

/* Without a base, a host that cannot isolate only leaves the history out. */
static enum command_exit read_history(const char *directory, const char *base, struct history **ret)
{
    struct sandbox *sandbox = NULL;
    struct sandbox_error fault = { 0 };
    struct error error = { 0 };
    int code = 0;

    if (history_is_there(directory)) {
        code = sandbox_open(NULL, &sandbox, &fault);
        if (code < 0 && base)
            return session_sandbox_fault(&fault);
        if (code < 0) {
            *ret = history_absent(fault.message);
            return *ret ? COMMAND_PASSED : command_printed(-ENOMEM, COMMAND_BROKEN);
        }
    }
    code = history_read(sandbox, directory, base, ret, &error);
    sandbox_close(sandbox);
    return code < 0 ? command_fail(command_status(&error), &error) : COMMAND_PASSED;
}

/* With --rule, the findings are those of these rules alone. */
static int add_history(const struct review_settings *settings, const struct history *history,
                       struct review *review, struct error *error)
{
    int failed = settings->only.count ? 0 : history_review(history, review, error);

    if (!failed && settings->base)
        history_keep_touched(history, review);
    return failed ? failed : review_finish(review, error);
}

static enum command_exit print_review(const struct review_settings *settings,
                                      const struct report_reviewed *reviewed)
{
    struct report_style style = report_style_of(stdout);
    int code = 0;

    if (settings->json)
        code = report_review_json(stdout, reviewed);
    else
        report_review_text(stdout, &style, reviewed);
    return command_printed(code, reviewed->review->counts[SEVERITY_MUST_FIX] ? COMMAND_REJECTED
                                                                             : COMMAND_PASSED);
}

/* The README's rules are no files: with --rules-from there are none of them. */
static int add_readme(const struct review_settings *settings, const char *directory,
                      const char *const *only, struct review *review, struct error *error)
{
    return settings->rules ? 0 : readme_review_directory(directory, only, review, error);
}

/* `only`: the ids of --rule, NULL for all; `of_code`: those of them that are rules of the code. */
static enum command_exit review_directory(const struct review_settings *settings,
                                          const char *directory, const char *const *only,
                                          const char *const *of_code)
{
    CLEANUP(free_review) struct review *review = NULL;
    CLEANUP(free_history) struct history *history = NULL;
    struct review_options how = { .rules = settings->rules, .only = of_code };
    struct error error = { 0 };

    if (review_repository(directory, &how, &review, &error) < 0)
        return command_fail(command_status(&error), &error);
    enum command_exit status = read_history(directory, settings->base, &history);
    if (status != COMMAND_PASSED)
        return status;
    if (add_readme(settings, directory, only, review, &error) < 0 ||
        add_history(settings, history, review, &error) < 0)
        return command_fail(command_status(&error), &error);
    return print_review(settings,
                        &(struct report_reviewed){ directory, review, history, settings->base });
}

static enum command_exit run(const struct command_input *input)
{
    const struct review_settings *settings = input->settings;
    AUTO_ARENA struct arena *arena = arena_new();
    struct error error = { 0 };

    if (settings->list)
        return list_rules(settings);
    if (input->count != 1) {
        error_set(&error, -EINVAL, "a directory is needed, or --rules");
        return command_fail(COMMAND_USAGE, &error);
    }
    const char **only = arena ? arena_array(arena, settings->only.count + 1, sizeof(*only)) : NULL;
    const char **of_code =
        only ? arena_array(arena, settings->only.count + 1, sizeof(*only)) : NULL;
    if (!of_code)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    for (size_t i = 0, k = 0; i < settings->only.count; i++) {
        only[i] = settings->only.items[i];
        if (settings->rules || !readme_rule_find(only[i]))
            of_code[k++] = only[i];
    }
    return settings->only.count ? review_directory(settings, input->arguments[0], only, of_code)
                                : review_directory(settings, input->arguments[0], NULL, NULL);
}

const struct command command_review = {
    .name = "review",
    .arguments = "DIR",
    .summary = "Read a repository's code like a pull request",
    .help = "Comments on the sources below DIR by the rules of rubrics/review (docs/review.md),\n"
            "each with file, line, why, and what to do; nothing of it is executed. Dependencies,\n"
            "what was generated and what was built are passed over, and tests have rules of their\n"
            "own. Where there is a git history, its commits and what is tracked are looked at too; "
            "with\n"
            "--base, only findings on lines that changed since count. The exit status is 1 where\n"
            "something must be fixed.\n",
    .options = options,
    .settings_bytes = sizeof(struct review_settings),
    .least = 0,
    .most = 1,
    .isolates = true,
    .run = run,
};
