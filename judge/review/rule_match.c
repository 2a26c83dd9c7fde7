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
#define UP 64         /* ancestors that are looked at */
#define VALUES 16

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
        if (!hit)
            return condition->negative; /* what is captured is asked with what captured it */
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

unsigned rule_language(const struct review_file *file)
{
    if (file->language != SYNTAX_NONE)
        return RULE_BIT(file->language);
    return file->settings ? RULE_SETTINGS : RULE_SQL;
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

static bool is_late(struct looking *looking)
{
    looking->late |= clock_ns() > looking->until_ns;
    return looking->late;
}

/* Decides a hit; false when memory or time is out. What encloses it comes first: that is cheap, and
 * spares the patterns that ask the whole file for a captured name. */
static bool take_hit(struct looking *looking, const struct rule_hit *hit, struct syntax_node node)
{
    struct place place = { .hit = hit, .node = node, .function_end = looking->file->size };
    const struct rule_find *find = hit->find;

    if (is_late(looking))
        return false;
    if (!rule_applies(looking->state, find->rule, looking->file, hit->start) ||
        rule_is_enough(looking->state, looking->file, find))
        return true;
    if (looking->syntax)
        find_parents(looking, &place);
    if (looking->syntax && !enclosure_holds(looking, &place))
        return true;
    for (size_t i = 0; i < find->condition_count; i++) {
        if (!condition_holds(looking, &place, &find->conditions[i]))
            return true;
    }
    if (rule_add_candidate(looking->state, hit) < 0) {
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
        size_t loose = open[2] == '~'; /* the same value, taken less literally */
        if (length <= loose || length - loose >= sizeof(names[0]))
            continue;
        length -= loose;
        memcpy(names[count], open + 2 + loose, length);
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

/* Whether it is the text of a literal that only talks of code. What begins with the quote, as SQL
 * does, is meant; and what is put into a text is code again. */
static bool is_told(const struct looking *looking, const struct rule_hit *hit)
{
    static const char *const texts[] = { "string",
                                         "interpreted_string_literal",
                                         "string_literal",
                                         "raw_string_literal",
                                         "template_string",
                                         "multiline_string_literal",
                                         "concatenated_string",
                                         NULL };
    static const char *const codes[] = { "interpolation", "template_substitution",
                                         "interpolated_expression", NULL };
    struct syntax_node node = syntax_at(looking->syntax, hit->start, hit->start + 1);

    for (size_t up = 0; !syntax_is_none(node) && up < UP; up++, node = syntax_parent(node)) {
        if (is_of(node, codes))
            return false;
        if (is_of(node, texts))
            return syntax_start(node) < hit->start && hit->end <= syntax_end(node);
    }
    return false;
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
        if (!(looking->syntax && is_told(looking, &hit)) && !take_hit(looking, &hit, node))
            return false;
        at = start + size + (size == 0);
    }
    return true;
}

/* Whether the file as a whole leaves room for a hit. It is asked before anything is matched: most
 * files are out at once, and the patterns are the dear part. */
static bool file_may_hold(struct looking *looking, const struct rule_find *find)
{
    if (!rule_wanted(looking->state, find->rule))
        return false;
    for (size_t i = 0; i < find->condition_count; i++) {
        struct rule_condition *condition = &find->conditions[i];
        if (condition->scope == SCOPE_FILE && condition->pattern &&
            file_has(looking, NULL, condition) == condition->negative)
            return false;
    }
    return true;
}

static void match_patterns(struct looking *looking)
{
    const struct rules *rules = looking->state->rules;
    unsigned bit = rule_language(looking->file);

    for (size_t i = 0; i < rules->count; i++) {
        for (size_t k = 0; k < rules->items[i]->find_count; k++) {
            const struct rule_find *find = &rules->items[i]->finds[k];
            if (find->pattern && (find->languages & bit) && file_may_hold(looking, find) &&
                !match_pattern(looking, find))
                return;
        }
    }
}

int rules_match(struct reviewing *state, struct review_file *file, const struct syntax *syntax,
                struct error *error)
{
    struct looking looking = { .state = state, .file = file, .syntax = syntax, .error = error };

    rules_forget(state->rules);
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
