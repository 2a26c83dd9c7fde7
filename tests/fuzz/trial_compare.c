/*
 * The default output validator. Input: its arguments as words on one line, 0xff, the answer, 0xff,
 * the output (of any bytes).
 *
 * Properties: it decides as a second reading of the specification does, which is written here token
 * by token with strtod(); a text is accepted for itself; without a relative tolerance it is the
 * same which of two texts is the answer; where white space does not count, more of it changes
 * nothing; a difference is told in one visible line, at a place that the output has.
 */
#include "judge/trial/compare.h"

#include "judge/base/memory.h"
#include "tests/fuzz/fuzz.h"

#include <math.h>

#define WORDS 8

struct text {
    char *data; /* no NUL behind it */
    size_t size;
};

static bool accepts(const struct compare_rules *rules, struct text answer, struct text output)
{
    struct compare_difference difference;
    char line[512];
    bool accepted =
        compare_outputs(rules, answer.data, answer.size, output.data, output.size, &difference);

    if (accepted)
        return true;
    compare_describe(&difference, line, sizeof(line));
    fuzz_check(strlen(line) < sizeof(line) - 1 && fuzz_is_visible(line));
    fuzz_check(difference.line >= 1 && difference.column >= 1);
    fuzz_check(difference.line + difference.column <= output.size + 2);
    fuzz_check(difference.answer_line >= 1 && difference.answer_line <= answer.size + 1);
    return false;
}

/* ---- The second reading ---------------------------------------------------------------------- */

static bool is_space(char byte)
{
    return byte && strchr(" \t\n\v\f\r", byte);
}

static size_t span(struct text text, size_t at, bool space)
{
    size_t end = at;

    while (end < text.size && is_space(text.data[end]) == space)
        end++;
    return end - at;
}

/* [+-] (digits [. digits*] | . digits) [eE [+-] digits], as a double that is finite. */
static bool read_number(const char *token, size_t size, double *ret)
{
    char *copy = malloc(size + 1), *end;
    bool good = false;

    memcpy(copy, token, size);
    copy[size] = '\0';
    if (strlen(copy) == size && size && !copy[strspn(copy, "0123456789+-.eE")]) {
        *ret = strtod(copy, &end);
        good = end != copy && !*end && isfinite(*ret);
    }
    free(copy);
    return good;
}

static bool same_letters(const char *one, const char *two, size_t size, bool exactly)
{
    for (size_t i = 0; i < size; i++) {
        char a = one[i], b = two[i];
        if (!exactly && a >= 'A' && a <= 'Z')
            a = (char) (a + 32);
        if (!exactly && b >= 'A' && b <= 'Z')
            b = (char) (b + 32);
        if (a != b)
            return false;
    }
    return true;
}

static bool token_fits(const struct compare_rules *rules, const char *want, size_t want_size,
                       const char *have, size_t have_size)
{
    double expected, found;

    if ((rules->absolute_given || rules->relative_given) &&
        read_number(want, want_size, &expected)) {
        if (!read_number(have, have_size, &found))
            return false;
        double off = fabs(expected - found);
        return (rules->absolute_given && off <= rules->absolute) ||
               (rules->relative_given && off <= fabs(expected) * rules->relative);
    }
    return want_size == have_size && same_letters(want, have, want_size, rules->case_sensitive);
}

static bool fits(const struct compare_rules *rules, struct text answer, struct text output)
{
    size_t a = 0, o = 0;

    for (;;) {
        size_t space_a = span(answer, a, true), space_o = span(output, o, true);
        if (rules->space_change_sensitive &&
            (space_a != space_o || !same_letters(answer.data + a, output.data + o, space_a, true)))
            return false;
        a += space_a;
        o += space_o;
        size_t size_a = span(answer, a, false), size_o = span(output, o, false);
        if (size_a == 0 || size_o == 0)
            return size_a == size_o;
        if (!token_fits(rules, answer.data + a, size_a, output.data + o, size_o))
            return false;
        a += size_a;
        o += size_o;
    }
}

/* ---- The input ------------------------------------------------------------------------------- */

static struct text text_of(struct fuzz_input part)
{
    struct text text = { malloc(part.size ? part.size : 1), part.size };

    if (part.size)
        memcpy(text.data, part.data, part.size);
    return text;
}

/* Twice as much white space as there is, and some around it. */
static struct text widen(struct text text)
{
    struct text wide = { malloc(2 * text.size + 2), 0 };

    wide.data[wide.size++] = '\n';
    for (size_t i = 0; i < text.size; i++) {
        wide.data[wide.size++] = text.data[i];
        if (is_space(text.data[i]))
            wide.data[wide.size++] = ' ';
    }
    wide.data[wide.size++] = '\t';
    return wide;
}

static void check(const struct compare_rules *rules, struct text answer, struct text output)
{
    bool accepted = accepts(rules, answer, output);

    fuzz_check(accepted == fits(rules, answer, output));
    fuzz_check(accepts(rules, answer, answer) && accepts(rules, output, output));
    if (!rules->relative_given)
        fuzz_check(accepts(rules, output, answer) == accepted);
    if (!rules->space_change_sensitive) {
        struct text wide = widen(output);
        fuzz_check(accepts(rules, answer, wide) == accepted);
        free(wide.data);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    char *line = fuzz_text(fuzz_part(&input)), *rest = NULL;
    struct text answer = text_of(fuzz_part(&input)), output = text_of(input);
    const char *words[WORDS + 1] = { NULL };
    struct compare_rules rules;
    struct error error;

    for (size_t i = 0; i < WORDS; i++)
        if (!(words[i] = strtok_r(i ? NULL : line, " ", &rest)))
            break;
    if (compare_rules_parse(words, false, &rules, &error) < 0) {
        fuzz_check(error.message[0] && fuzz_is_visible(error.message));
        rules = (struct compare_rules){ 0 };
    }
    check(&rules, answer, output);
    free(line);
    free(answer.data);
    free(output.data);
    return 0;
}
