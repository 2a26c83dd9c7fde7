/*
 * Theory of operation: matches whose conditions hold in their own file, and what the built-in
 * checks hit, wait here until all files are read; then the conditions on the repository decide, on
 * bytes, since trees are not kept. Such a condition may ask for what was captured (the column that
 * was compared, say), and is then compiled for its candidate alone; all of these together end at a
 * deadline, behind which there is silence.
 */

#include "judge/review/rule.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define WAITING 200 /* candidates of a rule in one file: more than it may have findings */
#define STATEMENT_LINES 6
#define DECIDE_SECONDS 10 /* for conditions that each candidate asks anew */

struct rule_candidate {
    const struct rule_find *find;
    const struct review_file *file;
    size_t start, end;
    const char *message;
    const char **asked; /* a pattern for each condition on the repository with captures, or NULL */
};

void rules_forget(const struct rules *rules)
{
    for (size_t i = 0; i < rules->count; i++) {
        for (size_t k = 0; k < rules->items[i]->find_count; k++) {
            const struct rule_find *find = &rules->items[i]->finds[k];
            for (size_t c = 0; c < find->condition_count; c++)
                find->conditions[c].known = 0;
        }
    }
}

static const char **ask(struct arena *arena, const struct rule_hit *hit)
{
    const struct rule_find *find = hit->find;
    const char **asked = arena_array(arena, find->condition_count + 1, sizeof(*asked));

    for (size_t i = 0; asked && i < find->condition_count; i++) {
        const struct rule_condition *condition = &find->conditions[i];
        if (condition->scope != SCOPE_REPOSITORY || condition->pattern)
            continue;
        AUTO_FREE char *text = rule_expand(condition->text, hit->values, hit->value_count, true);
        asked[i] = text ? arena_strdup(arena, text) : NULL;
        if (!asked[i])
            return NULL;
    }
    return asked;
}

int rule_add_candidate(struct reviewing *state, const struct rule_hit *hit)
{
    AUTO_FREE char *message = rule_expand(hit->find->message, hit->values, hit->value_count, false);

    if (!message || array_reserve((void **) &state->candidates, state->candidate_count,
                                  &state->candidate_capacity, sizeof(*state->candidates)) < 0)
        return -ENOMEM;
    const char *copy = arena_strdup(state->review->arena, message);
    const char **asked = ask(state->review->arena, hit);
    if (!copy || !asked)
        return -ENOMEM;
    state->candidates[state->candidate_count++] =
        (struct rule_candidate){ hit->find, hit->file, hit->start, hit->end, copy, asked };
    return 0;
}

int rule_emit(struct reviewing *state, const struct rule_hit *hit, struct error *error)
{
    if (rule_applies(state, hit->find->rule, hit->file, hit->start) &&
        rule_add_candidate(state, hit) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    return 0;
}

bool rule_is_enough(const struct reviewing *state, const struct review_file *file,
                    const struct rule_find *find)
{
    size_t same = 0;

    for (size_t i = state->candidate_count; i > 0; i--) {
        if (state->candidates[i - 1].file != file)
            break;
        same += state->candidates[i - 1].find == find;
    }
    return same >= WAITING;
}

/* ---- Findings -----------------------------------------------------------------------------------
 */

static void place_of(const struct review_file *file, size_t at, int *ret_line, int *ret_column)
{
    int line = 1;
    size_t start = 0;

    for (size_t i = 0; i < at && i < file->size; i++) {
        if (file->text[i] == '\n') {
            line++;
            start = i + 1;
        }
    }
    *ret_line = line;
    *ret_column = (int) (at - start) + 1;
}

static char *line_at(struct arena *arena, const struct review_file *file, size_t at)
{
    size_t start = at, end = at;

    while (start > 0 && file->text[start - 1] != '\n')
        start--;
    while (start < at && (file->text[start] == ' ' || file->text[start] == '\t'))
        start++;
    while (end < file->size && file->text[end] != '\n' && end < start + 200)
        end++;
    char *line = arena_strndup(arena, file->text + start, end - start);
    if (line)
        text_line(line);
    return line;
}

/* Whether two hits of a rule are of one statement: on one line, or one within the other, unless it
 * is so long that there is more than one thing in it. */
static bool is_one_statement(const struct finding *one, const struct finding *other)
{
    int from = one->line > other->line ? one->line : other->line;
    int to = one->end_line < other->end_line ? one->end_line : other->end_line;
    int lines = one->end_line - one->line > other->end_line - other->line
                    ? one->end_line - one->line
                    : other->end_line - other->line;

    return strcmp(one->file, other->file) == 0 &&
           (one->line == other->line || (from <= to && lines < STATEMENT_LINES));
}

static int emit(struct reviewing *state, const struct rule_candidate *found, struct error *error)
{
    const struct rule *rule = found->find->rule;
    struct arena *arena = state->review->arena;
    struct finding finding = { .rule = rule->id,
                               .severity = rule->severity,
                               .principle = rule->principle,
                               .file = found->file->path,
                               .message = found->message,
                               .why = rule->why,
                               .remedy = rule->remedy,
                               .code = line_at(arena, found->file, found->start) };

    if (!finding.code)
        return error_set(error, -ENOMEM, "out of memory");
    place_of(found->file, found->start, &finding.line, &finding.column);
    place_of(found->file, found->end, &finding.end_line, &finding.end_column);
    for (size_t i = 0, same = 0; i < state->review->count; i++) {
        const struct finding *other = &state->review->findings[i];
        if (strcmp(other->rule, rule->id) != 0)
            continue;
        same += strcmp(other->file, finding.file) == 0;
        if (rule->once || same > REVIEW_FINDINGS_A_RULE || is_one_statement(other, &finding))
            return 0;
    }
    state->review->measures.debug_output += rule->debugging;
    return review_add(state->review, &finding, error);
}

static bool any_file_has(const struct reviewing *state, struct pattern *pattern)
{
    for (size_t i = 0; i < state->count; i++) {
        const struct review_file *file = &state->files[i];
        if (!file->test && !file->settings && file->plain &&
            pattern_find(pattern, file->plain, file->size, 0, NULL, NULL))
            return true;
    }
    return false;
}

/* 1 yes, -1 no, 0 it cannot be said. */
static int repository_has(const struct reviewing *state, struct rule_condition *condition,
                          const char *asked, time_t until)
{
    struct pattern *pattern = NULL;
    struct error error = { 0 };

    if (condition->pattern) {
        if (!condition->known)
            condition->known = any_file_has(state, condition->pattern) ? 1 : -1;
        return condition->known;
    }
    if (!asked || time(NULL) > until || pattern_new(asked, &pattern, &error) < 0)
        return 0;
    int known = any_file_has(state, pattern) ? 1 : -1;
    pattern_free(pattern);
    return known;
}

static bool repository_holds(const struct reviewing *state, const struct rule_candidate *found,
                             time_t until)
{
    for (size_t i = 0; i < found->find->condition_count; i++) {
        struct rule_condition *condition = &found->find->conditions[i];
        if (condition->scope == SCOPE_REPOSITORY &&
            repository_has(state, condition, found->asked[i], until) !=
                (condition->negative ? -1 : 1))
            return false;
    }
    return true;
}

int rules_decide(struct reviewing *state, struct error *error)
{
    time_t until = time(NULL) + DECIDE_SECONDS;
    int failed = 0;

    rules_forget(state->rules);
    for (size_t i = 0; !failed && i < state->candidate_count; i++) {
        if (repository_holds(state, &state->candidates[i], until))
            failed = emit(state, &state->candidates[i], error);
    }
    return failed;
}

/* The rule that covers `id`; NULL: none does. */
static const struct rule *covering(const struct rules *rules, const char *id)
{
    for (size_t i = 0; i < rules->count; i++)
        if (rules->items[i]->covers && strcmp(rules->items[i]->covers, id) == 0)
            return rules->items[i];
    return NULL;
}

static bool is_covered(const struct reviewing *state, const struct finding *finding)
{
    const struct rule *rule = covering(state->rules, finding->rule);

    for (size_t i = 0; rule && i < state->review->count; i++)
        if (strcmp(state->review->findings[i].rule, rule->id) == 0 &&
            is_one_statement(&state->review->findings[i], finding))
            return true;
    return false;
}

void rules_drop_covered(struct reviewing *state)
{
    struct review *review = state->review;
    size_t kept = 0;

    for (size_t i = 0; i < review->count; i++)
        if (!is_covered(state, &review->findings[i]))
            review->findings[kept++] = review->findings[i];
    review->count = kept;
}
