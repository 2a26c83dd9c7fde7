/*
 * What the reader of git histories prints: it works on a candidate's bytes, so that its output may
 * be anything.
 *
 * Properties: it is read, or refused as a base that is none; every text is fit to show; findings
 * are of this principle; with a change, fewer findings stay than there were.
 */
#include "judge/review/history.h"

#include "tests/fuzz/fuzz.h"

#include <errno.h>

static void check_texts(const struct history *history)
{
    for (size_t i = 0; i < history->commit_count; i++)
        fuzz_check(fuzz_is_visible(history->commits[i].subject));
    for (size_t i = 0; i < history->file_count; i++)
        fuzz_check(fuzz_is_visible(history->files[i].path));
    for (size_t i = 0; i < history->touched_count; i++)
        fuzz_check(fuzz_is_visible(history->touched[i].path));
    fuzz_check(!history->absent || fuzz_is_visible(history->absent));
    fuzz_check(!history->why || fuzz_is_visible(history->why));
}

static void check_review(const struct history *history)
{
    const struct finding other = { .rule = "r", .principle = "errors", .file = "a", .line = 3 };
    struct review *review = review_new();
    struct error error = { 0 };

    fuzz_check(review && history_review(history, review, &error) == 0);
    for (size_t i = 0; i < review->count; i++) {
        fuzz_check(strcmp(review->findings[i].principle, "history") == 0);
        fuzz_check(fuzz_is_visible(review->findings[i].message) && *review->findings[i].why);
    }
    fuzz_check(review_add(review, &other, &error) == 0);
    size_t before = review->count;
    history_keep_touched(history, review);
    fuzz_check(review->count == before || review->count + 1 == before);
    fuzz_check(review_finish(review, &error) == 0);
    review_free(review);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct history *history = NULL;
    struct error error = { 0 };
    int failed = history_parse((const char *) data, size, &history, &error);

    if (failed) {
        fuzz_check(failed == -ENOENT && fuzz_is_visible(error.remedy));
        return 0;
    }
    check_texts(history);
    check_review(history);
    history_free(history);
    return 0;
}
