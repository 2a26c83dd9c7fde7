/*
 * Theory of operation: all queries of a language are one query (rule_query.c), so that a tree is
 * gone through once. A match becomes a finding when the conditions of its rule hold. These are
 * patterns on parts of the source around it, of which the comments are blanked: a comment is no
 * code, and neither breaks nor mends anything. What has a condition on the repository waits until
 * all files are read, by then as bytes, since trees are not kept.
 *
 * Sources are a candidate's. Matches a file and a rule are bounded, parents are looked for up to a
 * bounded depth, and a file's matching ends at a deadline.
 */

#include "judge/review/rule.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MATCH_MS 3000 /* for the queries of a file, and again for its patterns */
#define MATCH_NS ((uint64_t) MATCH_MS * 1000000)
#define MATCHES 20000 /* of a file that are looked at */
#define WAITING 200   /* candidates of a rule in one file: more than it may have findings */
#define UP 64         /* ancestors that are looked at */
#define VALUES 16

struct rule_candidate {
    const struct rule_find *find;
    const struct review_file *file;
    size_t start, end;
    const char *message;
};

static uint64_t clock_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t) now.tv_sec * 1000000000u + (uint64_t) now.tv_nsec;
}

/* ---- Conditions ---------------------------------------------------------------------------------
 */

struct looking {
    struct reviewing *state;
    struct review_file *file;
    const struct syntax *syntax; /* NULL: SQL */
    const struct rules_query *query;
    unsigned *roles;
    struct error *error;
    uint64_t until_ns;
    unsigned matches;
    bool late;
    int failed;
};

/* Of one hit: itself, what encloses it. */
struct place {
    const struct rule_hit *hit;
    struct syntax_node node, parents[UP];
    size_t parent_count;
    size_t function_start, function_end;
};

static unsigned role_of(const struct looking *looking, struct syntax_node node)
{
    unsigned symbol = syntax_symbol(node);

    return symbol < syntax_symbol_count(looking->file->language) ? looking->roles[symbol] : 0;
}

static void find_parents(const struct looking *looking, struct place *place)
{
    struct syntax_node lambda = { 0 }, function = { 0 };

    for (struct syntax_node node = syntax_parent(place->node);
         !syntax_is_none(node) && place->parent_count < UP; node = syntax_parent(node)) {
        unsigned role = role_of(looking, node);
        place->parents[place->parent_count++] = node;
        if (role & MEASURES_LAMBDA)
            lambda = node;
        if ((role & MEASURES_FUNCTION) && syntax_is_none(function)) {
            function = node;
            break;
        }
    }
    function = syntax_is_none(function) ? lambda : function;
    place->function_start = syntax_is_none(function) ? 0 : syntax_start(function);
    place->function_end = syntax_is_none(function) ? looking->file->size : syntax_end(function);
}

static bool is_of(struct syntax_node node, const char *const *types)
{
    for (; *types; types++) {
        if (syntax_is(node, *types))
            return true;
    }
    return false;
}

static bool is_found(struct looking *looking, const struct rule_hit *hit,
                     const struct rule_condition *condition, size_t start, size_t end)
{
    struct pattern *pattern = condition->pattern;
    bool found = false;

    end = end < looking->file->size ? end : looking->file->size;
    if (start > end)
        return false;
    if (!pattern) {
        AUTO_FREE char *expanded =
            rule_expand(condition->text, hit->values, hit->value_count, true);
        struct error error = { 0 };
        if (!expanded || pattern_new(expanded, &pattern, &error) < 0)
            return condition->negative; /* what cannot be asked is no ground for a finding */
    }
    const char *text =
        condition->scope == SCOPE_COMMENTED ? looking->file->text : looking->file->plain;
    found = pattern_find(pattern, text + start, end - start, 0, NULL, NULL);
    if (!condition->pattern)
        pattern_free(pattern);
    return found;
}

static bool inside_holds(struct looking *looking, const struct place *place,
                         struct syntax_node node)
{
    const struct rule_find *find = place->hit->find;

    for (size_t i = 0; i < find->condition_count; i++) {
        const struct rule_condition *condition = &find->conditions[i];
        if (condition->scope == SCOPE_INSIDE &&
            is_found(looking, place->hit, condition, syntax_start(node), syntax_end(node)) ==
                condition->negative)
            return false;
    }
    return true;
}

static bool enclosure_holds(struct looking *looking, const struct place *place)
{
    const struct rule_find *find = place->hit->find;
    bool inside = !find->inside;

    for (size_t i = 0; i < place->parent_count; i++) {
        if (find->outside && is_of(place->parents[i], find->outside))
            return false;
        if (!inside && is_of(place->parents[i], find->inside))
            inside = inside_holds(looking, place, place->parents[i]);
    }
    return inside;
}

static void forget(const struct rules *rules)
{
    for (size_t i = 0; i < rules->count; i++) {
        for (size_t k = 0; k < rules->items[i]->find_count; k++) {
            const struct rule_find *find = &rules->items[i]->finds[k];
            for (size_t c = 0; c < find->condition_count; c++)
                find->conditions[c].known = 0;
        }
    }
}

/* What a file has does not depend on the hit, unless it asks for a capture: found out once. */
static bool file_has(struct looking *looking, const struct rule_hit *hit,
                     struct rule_condition *condition)
{
    if (!condition->pattern)
        return is_found(looking, hit, condition, 0, looking->file->size);
    if (!condition->known)
        condition->known = is_found(looking, hit, condition, 0, looking->file->size) ? 1 : -1;
    return condition->known > 0;
}

static bool condition_holds(struct looking *looking, const struct place *place,
                            struct rule_condition *condition)
{
    const struct rule_hit *hit = place->hit;
    size_t start = 0, end = 0;

    switch (condition->scope) {
    case SCOPE_INSIDE:
    case SCOPE_REPOSITORY:
        return true;
    case SCOPE_HIT:
        start = hit->start;
        end = hit->end;
        break;
    case SCOPE_COMMENTED:
        start = hit->start;
        end = hit->end;
        while (end < looking->file->size && looking->file->text[end] != '\n')
            end++;
        break;
    case SCOPE_FUNCTION:
        start = place->function_start;
        end = place->function_end;
        break;
    case SCOPE_BEFORE:
        start = place->function_start;
        end = hit->start;
        break;
    case SCOPE_AFTER:
        start = hit->end;
        end = place->function_end;
        break;
    case SCOPE_FILE:
    case RULE_SCOPES:
    default:
        return file_has(looking, hit, condition) != condition->negative;
    }
    return is_found(looking, hit, condition, start, end) != condition->negative;
}

static bool needs_repository(const struct rule_find *find)
{
    for (size_t i = 0; i < find->condition_count; i++) {
        if (find->conditions[i].scope == SCOPE_REPOSITORY)
            return true;
    }
    return false;
}

/* ---- Hits ---------------------------------------------------------------------------------------
 */

static bool is_in_span(const struct measures_span *spans, size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++) {
        if (spans[i].start <= at && at < spans[i].end)
            return true;
    }
    return false;
}

bool rule_wanted(const struct reviewing *state, const struct rule *rule)
{
    const char *const *only = state->options->only;
    bool wanted = !only;

    for (size_t i = 0; only && only[i] && !wanted; i++)
        wanted = strcmp(only[i], rule->id) == 0;
    return wanted && !(rule->of_repository && state->options->program);
}

bool rule_applies(const struct reviewing *state, const struct rule *rule,
                  const struct review_file *file, size_t start)
{
    bool test = file->test;

    if (!rule_wanted(state, rule) || file->marked ||
        (file->claimed && rule->severity != SEVERITY_MUST_FIX))
        return false;
    test = test || is_in_span(file->measures.test_parts, file->measures.test_part_count, start);
    return rule->tests == TESTS_ALSO || (rule->tests == TESTS_ONLY) == test;
}

static int add_candidate(struct reviewing *state, const struct rule_hit *hit)
{
    AUTO_FREE char *message = rule_expand(hit->find->message, hit->values, hit->value_count, false);

    if (!message || array_reserve((void **) &state->candidates, state->candidate_count,
                                  &state->candidate_capacity, sizeof(*state->candidates)) < 0)
        return -ENOMEM;
    const char *copy = arena_strdup(state->review->arena, message);
    if (!copy)
        return -ENOMEM;
    state->candidates[state->candidate_count++] =
        (struct rule_candidate){ hit->find, hit->file, hit->start, hit->end, copy };
    return 0;
}

/* Whether the file has as many of these as are said at all. */
static bool is_enough(const struct looking *looking, const struct rule_find *find)
{
    const struct reviewing *state = looking->state;
    size_t same = 0;

    for (size_t i = state->candidate_count; i > 0; i--) {
        if (state->candidates[i - 1].file != looking->file)
            break;
        same += state->candidates[i - 1].find == find;
    }
    return same >= WAITING;
}

static bool is_late(struct looking *looking)
{
    looking->late |= clock_ns() > looking->until_ns;
    return looking->late;
}

/* Decides a hit; false when memory or time is out. */
static bool take_hit(struct looking *looking, const struct rule_hit *hit, struct syntax_node node)
{
    struct place place = { .hit = hit, .node = node, .function_end = looking->file->size };
    const struct rule_find *find = hit->find;

    if (is_late(looking))
        return false;
    if (!rule_applies(looking->state, find->rule, looking->file, hit->start) ||
        is_enough(looking, find))
        return true;
    if (looking->syntax)
        find_parents(looking, &place);
    for (size_t i = 0; i < find->condition_count; i++) {
        if (!condition_holds(looking, &place, &find->conditions[i]))
            return true;
    }
    if (looking->syntax && !enclosure_holds(looking, &place))
        return true;
    if (add_candidate(looking->state, hit) < 0) {
        looking->failed = error_set(looking->error, -ENOMEM, "out of memory");
        return false;
    }
    return true;
}

static bool take_match(void *context, unsigned pattern, const struct syntax_capture *captures,
                       size_t count)
{
    struct looking *looking = context;
    struct rule_value values[VALUES];
    struct syntax_node node = count ? captures[0].node : (struct syntax_node){ 0 };
    size_t value_count = 0;

    if (++looking->matches > MATCHES || count == 0)
        return looking->matches <= MATCHES;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(captures[i].name, "hit") == 0)
            node = captures[i].node;
        if (value_count == VALUES)
            continue;
        struct rule_value *value = &values[value_count++];
        value->name = captures[i].name;
        value->text = syntax_text(looking->syntax, captures[i].node, &value->size);
    }
    struct rule_hit hit = { rules_query_find(looking->query, pattern),
                            looking->file,
                            syntax_start(node),
                            syntax_end(node),
                            values,
                            value_count };
    return take_hit(looking, &hit, node);
}

/* The values of a pattern's named groups that its texts ask for. */
static size_t values_of(const struct rule_find *find, const struct review_file *file, size_t from,
                        const char *text, struct rule_value *values, size_t count,
                        char names[VALUES][32])
{
    for (const char *open = strstr(text, "${"); open && count < VALUES;
         open = strstr(open + 2, "${")) {
        size_t length = strcspn(open + 2, "}"), start = 0, size = 0;
        if (length == 0 || length >= sizeof(names[0]))
            continue;
        memcpy(names[count], open + 2, length);
        names[count][length] = '\0';
        unsigned group = pattern_group(find->pattern, names[count]);
        if (group &&
            pattern_find_from(find->pattern, file->plain, file->size, from, group, &start, &size)) {
            values[count] = (struct rule_value){ names[count], file->text + start, size };
            count++;
        }
    }
    return count;
}

static bool match_pattern(struct looking *looking, const struct rule_find *find)
{
    const struct review_file *file = looking->file;
    unsigned group = pattern_group(find->pattern, "hit");
    size_t at = 0, start = 0, size = 0;

    for (unsigned found = 0; found < MATCHES && at <= file->size; found++) {
        struct rule_value values[VALUES];
        char names[VALUES][32];
        size_t hit_start = 0, hit_size = 0;

        if (!pattern_find_from(find->pattern, file->plain, file->size, at, 0, &start, &size))
            return true;
        if (is_late(looking))
            return false;
        size_t count = values_of(find, file, at, find->message, values, 0, names);
        for (size_t i = 0; i < find->condition_count; i++)
            count = values_of(find, file, at, find->conditions[i].text, values, count, names);
        if (!group || !pattern_find_from(find->pattern, file->plain, file->size, at, group,
                                         &hit_start, &hit_size)) {
            hit_start = start;
            hit_size = size;
        }
        struct rule_hit hit = { find, file, hit_start, hit_start + hit_size, values, count };
        struct syntax_node node = { 0 };
        if (looking->syntax)
            node = syntax_at(looking->syntax, hit.start, hit.end);
        if (!take_hit(looking, &hit, node))
            return false;
        at = start + size + (size == 0);
    }
    return true;
}

static void match_patterns(struct looking *looking)
{
    const struct rules *rules = looking->state->rules;
    unsigned bit = looking->syntax ? RULE_BIT(looking->file->language) : RULE_SQL;

    for (size_t i = 0; i < rules->count; i++) {
        for (size_t k = 0; k < rules->items[i]->find_count; k++) {
            const struct rule_find *find = &rules->items[i]->finds[k];
            if (find->pattern && (find->languages & bit) && !match_pattern(looking, find))
                return;
        }
    }
}

int rules_match(struct reviewing *state, struct review_file *file, const struct syntax *syntax,
                struct error *error)
{
    struct looking looking = { .state = state, .file = file, .syntax = syntax, .error = error };

    forget(state->rules);
    if (syntax) {
        int failed = rules_compile(state->rules, file->language, error);
        if (failed < 0)
            return failed;
        looking.query = &state->rules->queries[file->language];
        looking.roles = measures_roles_new(file->language);
        if (!looking.roles)
            return error_set(error, -ENOMEM, "out of memory");
        struct error late = { 0 };
        looking.until_ns = clock_ns() + MATCH_NS;
        failed = syntax_query_run(looking.query->query, syntax, syntax_root(syntax), MATCH_MS,
                                  take_match, &looking, &late);
        if (failed == -ETIMEDOUT)
            looking.late = true;
        else if (failed < 0 && !looking.failed)
            looking.failed = error_set(error, failed, "%s", late.message);
    }
    bool late = looking.late;
    looking.late = false;
    looking.until_ns = clock_ns() + MATCH_NS;
    if (!looking.failed)
        match_patterns(&looking);
    state->review->omitted += late || looking.late;
    free(looking.roles);
    return looking.failed;
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
        if (rule->once || same > REVIEW_FINDINGS_A_RULE ||
            (other->line == finding.line && strcmp(other->file, finding.file) == 0))
            return 0;
    }
    state->review->measures.debug_output += rule->debugging;
    return review_add(state->review, &finding, error);
}

int rule_emit(struct reviewing *state, const struct rule_hit *hit, struct error *error)
{
    AUTO_FREE char *message = rule_expand(hit->find->message, hit->values, hit->value_count, false);
    struct rule_candidate found = { hit->find, hit->file, hit->start, hit->end, message };

    if (!message)
        return error_set(error, -ENOMEM, "out of memory");
    if (!rule_applies(state, hit->find->rule, hit->file, hit->start))
        return 0;
    return emit(state, &found, error);
}

static bool repository_has(const struct reviewing *state, struct rule_condition *condition)
{
    for (size_t i = 0; !condition->known && i < state->count; i++) {
        const struct review_file *file = &state->files[i];
        if (!file->test && file->plain &&
            pattern_find(condition->pattern, file->plain, file->size, 0, NULL, NULL))
            condition->known = 1;
    }
    if (!condition->known)
        condition->known = -1;
    return condition->known > 0;
}

static bool repository_holds(const struct reviewing *state, const struct rule_find *find)
{
    for (size_t i = 0; i < find->condition_count; i++) {
        struct rule_condition *condition = &find->conditions[i];
        if (condition->scope == SCOPE_REPOSITORY &&
            repository_has(state, condition) == condition->negative)
            return false;
    }
    return true;
}

int rules_decide(struct reviewing *state, struct error *error)
{
    int failed = 0;

    forget(state->rules);
    for (size_t i = 0; !failed && i < state->candidate_count; i++) {
        const struct rule_candidate *found = &state->candidates[i];
        if (!needs_repository(found->find) || repository_holds(state, found->find))
            failed = emit(state, found, error);
    }
    return failed;
}
