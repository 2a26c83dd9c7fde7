/*
 * Theory of operation: tree-sitter finds the places of a pattern and hands the predicates out as
 * steps, unread; they are checked and evaluated here, on the texts of what was captured. How many
 * matches may be open at once is bounded (a hostile source can make a pattern hold very many), and
 * so is the time.
 */

#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/review/syntax_internal.h"

#include <stdlib.h>

#define OPEN_MATCHES 4096

struct syntax_query {
    enum syntax_language language;
    TSQuery *query;
    struct pattern **patterns; /* by the number of the query's string; NULL where it is none */
    uint32_t strings;
};

enum predicate { EQ, NOT_EQ, MATCH, NOT_MATCH, ANY_OF, PREDICATES };

static const char *const predicate_names[PREDICATES] = {
    [EQ] = "eq?",         [NOT_EQ] = "not-eq?",       [MATCH] = "match?",
    [ANY_OF] = "any-of?", [NOT_MATCH] = "not-match?",
};

static const char *string_of(const struct syntax_query *query, uint32_t id)
{
    uint32_t length = 0;

    return ts_query_string_value_for_id(query->query, id, &length);
}

static enum predicate predicate_of(const struct syntax_query *query,
                                   const TSQueryPredicateStep *step)
{
    for (int i = 0; step->type == TSQueryPredicateStepTypeString && i < PREDICATES; i++) {
        if (strcmp(predicate_names[i], string_of(query, step->value_id)) == 0)
            return (enum predicate) i;
    }
    return PREDICATES;
}

/* One predicate begins at `steps`: the number of its steps, without the last, which says "done". */
static uint32_t length_of(const TSQueryPredicateStep *steps, uint32_t left)
{
    uint32_t length = 0;

    while (length < left && steps[length].type != TSQueryPredicateStepTypeDone)
        length++;
    return length;
}

/* ---- Making -------------------------------------------------------------------------------------
 */

static int check_predicate(struct syntax_query *query, const TSQueryPredicateStep *steps,
                           uint32_t length, struct error *error)
{
    enum predicate predicate = length ? predicate_of(query, &steps[0]) : PREDICATES;

    if (predicate == PREDICATES)
        return error_set(error, -EINVAL, "a predicate of the query is unknown");
    if (length < 3 || steps[1].type != TSQueryPredicateStepTypeCapture ||
        (predicate != ANY_OF && length != 3))
        return error_set(error, -EINVAL, "#%s takes a capture and a text",
                         predicate_names[predicate]);
    if (predicate != MATCH && predicate != NOT_MATCH)
        return 0;
    if (steps[2].type != TSQueryPredicateStepTypeString)
        return error_set(error, -EINVAL, "#%s takes a capture and a pattern",
                         predicate_names[predicate]);
    struct pattern **pattern = &query->patterns[steps[2].value_id];
    return *pattern ? 0 : pattern_new(string_of(query, steps[2].value_id), pattern, error);
}

static int check_predicates(struct syntax_query *query, struct error *error)
{
    uint32_t count = 0;
    int failed = 0;

    for (uint32_t i = 0; i < ts_query_pattern_count(query->query); i++) {
        const TSQueryPredicateStep *steps =
            ts_query_predicates_for_pattern(query->query, i, &count);

        for (uint32_t at = 0; at < count && !failed;) {
            uint32_t length = length_of(steps + at, count - at);
            failed = check_predicate(query, steps + at, length, error);
            at += length + 1;
        }
    }
    return failed;
}

static int line_of(const char *text, size_t place)
{
    int line = 1;

    for (size_t i = 0; i < place && text[i]; i++)
        line += text[i] == '\n';
    return line;
}

/* ---- What tree-sitter must not be given ----
 * It ends the process (an assertion) where a group that matches nothing, one with predicates alone,
 * is captured or repeated. So such a group is refused before. */

#define QUERY_DEPTH 64

struct group {
    bool predicate, full; /* begins with '#'; has anything but predicates */
};

/* Behind a text in quotes or a comment that begins here; the same place for anything else. */
static const char *skip_text(const char *at)
{
    if (*at == ';')
        return at + strcspn(at, "\n");
    if (*at != '"')
        return at;
    for (at++; *at && *at != '"'; at++)
        at += *at == '\\' && at[1];
    return at + (*at == '"');
}

static const char *skip_blank(const char *at)
{
    while (*at && strchr(" \t\r\n;", *at))
        at = *at == ';' ? skip_text(at) : at + 1;
    return at;
}

/* The place of the first such group, or NULL. */
static const char *empty_group(const char *text)
{
    struct group groups[QUERY_DEPTH] = { { false, true } };
    size_t depth = 0;

    for (const char *at = text; *at;) {
        const char *behind = skip_text(at);

        if (*at == '(') {
            if (++depth == QUERY_DEPTH)
                return at;
            groups[depth] = (struct group){ .predicate = *skip_blank(at + 1) == '#' };
        } else if (*at == ')' && depth > 0) {
            struct group closed = groups[depth--];
            if (closed.predicate || !closed.full) {
                if (strchr("@*+?:", *skip_blank(at + 1)) && *skip_blank(at + 1))
                    return at;
            } else {
                groups[depth].full = true;
            }
        } else if (!strchr(" \t\r\n", *at) && *at != ';') {
            groups[depth].full = true;
        }
        at = behind > at ? behind : at + 1;
    }
    return NULL;
}

static int compile(struct syntax_query *query, const char *text, struct error *error)
{
    uint32_t place = 0;
    TSQueryError wrong = TSQueryErrorNone;
    const TSLanguage *grammar = syntax_grammar(query->language);

    if (!grammar)
        return error_set(error, -EINVAL, "queries of this language cannot be made");
    const char *empty = empty_group(text);
    if (empty)
        return error_at(error, -EINVAL, NULL, line_of(text, (size_t) (empty - text)),
                        "query, byte %zu: a group of nothing but predicates, or too deep",
                        (size_t) (empty - text));
    query->query = ts_query_new(grammar, text, (uint32_t) strlen(text), &place, &wrong);
    if (!query->query)
        return error_at(error, -EINVAL, NULL, line_of(text, place), "query, byte %u: %s", place,
                        wrong == TSQueryErrorNodeType  ? "no such node"
                        : wrong == TSQueryErrorField   ? "no such field"
                        : wrong == TSQueryErrorCapture ? "no such capture"
                                                       : "cannot be read");
    query->strings = ts_query_string_count(query->query);
    query->patterns = calloc(query->strings ? query->strings : 1, sizeof(*query->patterns));
    if (!query->patterns)
        return error_set(error, -ENOMEM, "out of memory");
    return check_predicates(query, error);
}

int syntax_query_new(enum syntax_language language, const char *text, struct syntax_query **ret,
                     struct error *error)
{
    struct syntax_query *query = memory_alloc(sizeof(*query));

    if (!query)
        return error_set(error, -ENOMEM, "out of memory");
    *query = (struct syntax_query){ .language = language };
    int failed = compile(query, text, error);
    if (failed < 0) {
        syntax_query_free(query);
        return failed;
    }
    *ret = query;
    return 0;
}

void syntax_query_free(struct syntax_query *query)
{
    if (!query)
        return;
    for (uint32_t i = 0; query->patterns && i < query->strings; i++)
        pattern_free(query->patterns[i]);
    free(query->patterns);
    if (query->query)
        ts_query_delete(query->query);
    free(query);
}

size_t syntax_query_start(const struct syntax_query *query, unsigned pattern)
{
    return ts_query_start_byte_for_pattern(query->query, pattern);
}

/* ---- Running ------------------------------------------------------------------------------------
 */

struct operand {
    const char *text;
    size_t size;
};

static struct operand text_of_capture(const struct syntax *syntax, const TSQueryMatch *match,
                                      uint32_t id)
{
    struct operand operand = { "", 0 };

    for (uint16_t i = 0; i < match->capture_count; i++) {
        if (match->captures[i].index == id) {
            operand.text = syntax_text(syntax, syntax_wrap(match->captures[i].node), &operand.size);
            break;
        }
    }
    return operand;
}

static struct operand operand_of(const struct syntax_query *query, const struct syntax *syntax,
                                 const TSQueryMatch *match, const TSQueryPredicateStep *step)
{
    uint32_t length = 0;

    if (step->type == TSQueryPredicateStepTypeCapture)
        return text_of_capture(syntax, match, step->value_id);
    const char *text = ts_query_string_value_for_id(query->query, step->value_id, &length);
    return (struct operand){ text, length };
}

static bool holds(struct syntax_query *query, const struct syntax *syntax,
                  const TSQueryMatch *match, const TSQueryPredicateStep *steps, uint32_t length)
{
    enum predicate predicate = predicate_of(query, &steps[0]);
    struct operand subject = text_of_capture(syntax, match, steps[1].value_id);

    if (predicate == MATCH || predicate == NOT_MATCH)
        return (predicate == MATCH) == pattern_find(query->patterns[steps[2].value_id],
                                                    subject.text, subject.size, 0, NULL, NULL);
    bool equal = false;
    for (uint32_t i = 2; i < length && !equal; i++) {
        struct operand other = operand_of(query, syntax, match, &steps[i]);
        equal = other.size == subject.size && memcmp(other.text, subject.text, other.size) == 0;
    }
    return equal == (predicate != NOT_EQ);
}

static bool all_hold(struct syntax_query *query, const struct syntax *syntax,
                     const TSQueryMatch *match)
{
    uint32_t count = 0;
    const TSQueryPredicateStep *steps =
        ts_query_predicates_for_pattern(query->query, match->pattern_index, &count);

    for (uint32_t at = 0; at < count;) {
        uint32_t length = length_of(steps + at, count - at);
        if (!holds(query, syntax, match, steps + at, length))
            return false;
        at += length + 1;
    }
    return true;
}

static bool hand_out(const struct syntax_query *query, const TSQueryMatch *match,
                     syntax_match *function, void *context)
{
    struct syntax_capture captures[SYNTAX_CAPTURES] = { { 0 } };
    size_t count = 0;
    uint32_t length = 0;

    for (; count < match->capture_count && count < SYNTAX_CAPTURES; count++) {
        const TSQueryCapture *capture = &match->captures[count];

        captures[count].name = ts_query_capture_name_for_id(query->query, capture->index, &length);
        captures[count].node = syntax_wrap(capture->node);
    }
    return function(context, match->pattern_index, captures, count);
}

static bool is_search_late(TSQueryCursorState *state)
{
    return syntax_deadline_check(state->payload);
}

int syntax_query_run(struct syntax_query *query, const struct syntax *syntax,
                     struct syntax_node node, unsigned timeout_ms, syntax_match *match,
                     void *context, struct error *error)
{
    struct syntax_deadline deadline = syntax_deadline_in(timeout_ms);
    TSQueryCursorOptions options = { &deadline, is_search_late };
    TSQueryMatch found;

    if (query->language != syntax->language)
        return error_set(error, -EINVAL, "a query of %s for a source of %s",
                         syntax_language_name(query->language),
                         syntax_language_name(syntax->language));
    TSQueryCursor *cursor = ts_query_cursor_new();
    if (!cursor)
        return error_set(error, -ENOMEM, "out of memory");
    ts_query_cursor_set_match_limit(cursor, OPEN_MATCHES);
    ts_query_cursor_exec_with_options(cursor, query->query, syntax_unwrap(node), &options);
    while (!syntax_deadline_check(&deadline) && ts_query_cursor_next_match(cursor, &found)) {
        if (all_hold(query, syntax, &found) && !hand_out(query, &found, match, context))
            break;
    }
    ts_query_cursor_delete(cursor);
    return deadline.missed ? error_set(error, -ETIMEDOUT, "not searched within %u ms", timeout_ms)
                           : 0;
}
