/*
 * A file of rules, and behind a byte 0xff a source that is reviewed by the rules in it: in Python
 * where its first byte is even, in Go where it is odd, as SQL where it is a multiple of seven.
 *
 * Properties: each fault is one visible line; a rule that was read has all of its words; each
 * finding is of a rule that there is, lies in the source, and is fit to show; twice the same comes
 * out.
 */
#include "judge/review/rule.h"

#include "tests/fuzz/fuzz.h"

#include <errno.h>
#include <sanitizer/lsan_interface.h>

static void check_rules(const struct rules *rules)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = rules->items[i];
        fuzz_check(*rule->id && *rule->title && *rule->why && *rule->remedy && *rule->principle);
        fuzz_check(rule->find_count > 0 && rule->hit_count > 0 && rule->miss_count > 0);
        fuzz_check(rules_find(rules, rule->id) == rule);
    }
}

static int count_lines(const char *text, size_t size)
{
    int lines = 1;

    for (size_t i = 0; i < size; i++)
        lines += text[i] == '\n';
    return lines;
}

static void check_place(const struct finding *finding, int lines)
{
    fuzz_check(finding->line >= 1 && finding->line <= finding->end_line);
    fuzz_check(finding->end_line <= lines && finding->column >= 1);
}

static void check_review(const struct rules *rules, const struct review *review,
                         const struct source *source)
{
    int lines = count_lines(source->text, source->size);

    for (size_t i = 0; i < review->count; i++) {
        const struct finding *finding = &review->findings[i];
        check_place(finding, lines);
        fuzz_check(rules_find(rules, finding->rule) && strlen(finding->fingerprint) == 16);
        fuzz_check(fuzz_is_visible(finding->message) && fuzz_is_visible(finding->code));
    }
}

/* tree-sitter loses some bytes where it refuses a query with alternatives: those are not ours, and
 * whoever writes rules has few of them. All else is looked at. */
static bool compiles(struct rules *rules, const char *path)
{
    enum syntax_language language = syntax_language_of(path);
    struct error error = { 0 };

    if (language == SYNTAX_NONE)
        return true;
    __lsan_disable();
    int status = rules_compile(rules, language, &error);
    __lsan_enable();
    fuzz_check(status == 0 || (status == -EINVAL && error.line > 0 && error.message[0]));
    return status == 0;
}

static struct review *review(struct rules *rules, const struct source *source)
{
    struct review *review = NULL;
    struct error error = { 0 };
    const struct review_options options = { .program = source->size % 2 };

    fuzz_check(review_sources(rules, &options, source, 1, &review, &error) == 0);
    return review;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = { "a.py", "a.go", "a.sql" };
    struct fuzz_input input = { data, size }, file = fuzz_part(&input);
    AUTO_FREE char *text = fuzz_text(file);
    AUTO_FREE char *code = fuzz_text(input);
    uint8_t kind = input.size ? input.data[0] : 0;
    struct source source = { paths[kind % 7 == 0 ? 2 : kind % 2], code, input.size };
    struct rules *rules = rules_new();
    struct rule_faults faults = { 0 };
    struct error error = { 0 };

    fuzz_check(rules);
    fuzz_check(rules_add(rules, "r.yaml", text, file.size, &faults, &error) == 0);
    fuzz_check((faults.count == 0) == !faults.text.data);
    check_rules(rules);
    if (compiles(rules, source.path)) {
        struct review *one = review(rules, &source), *other = review(rules, &source);
        check_review(rules, one, &source);
        fuzz_check(one->count == other->count);
        review_free(one);
        review_free(other);
    }
    buffer_clear(&faults.text);
    rules_free(rules);
    return 0;
}
