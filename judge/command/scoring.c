#include "judge/command/scoring.h"

#include <errno.h>
#include <string.h>

/* A level as a number, or in words: "hire". */
static int level_of(const char *text)
{
    if (text[0] >= '1' && text[0] <= '4' && !text[1])
        return text[0] - '0';
    for (int level = LEVEL_LOWEST; level <= LEVEL_HIGHEST; level++)
        if (!strcmp(text, rubric_level_title(level)))
            return level;
    return LEVEL_OPEN;
}

static int read_ratings(const struct option_list *list, struct scorer *scorer, struct error *error)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *sign = strchr(list->items[i], '=');
        struct rating *rating = &scorer->ratings[i];

        rating->level = sign ? level_of(sign + 1) : LEVEL_OPEN;
        if (rating->level == LEVEL_OPEN) {
            error_set(error, -EINVAL, "--rating: '%.80s' is no rating", list->items[i]);
            error_remedy(error, "as in --rating communication=3; levels go from 1 to 4");
            return -EINVAL;
        }
        rating->criterion =
            arena_strndup(scorer->arena, list->items[i], (size_t) (sign - list->items[i]));
        if (!rating->criterion)
            return error_set(error, -ENOMEM, "out of memory");
    }
    scorer->count = list->count;
    return 0;
}

enum command_exit scorer_open(const struct scoring_settings *settings, enum evidence_kind kind,
                              struct scorer *ret)
{
    const struct option_list *list = &settings->ratings;
    struct error error = { 0 };

    *ret = (struct scorer){ .arena = arena_new() };
    ret->ratings =
        ret->arena ? arena_array(ret->arena, list->count + 1, sizeof(*ret->ratings)) : NULL;
    if (!ret->ratings)
        return command_printed(-ENOMEM, COMMAND_BROKEN);
    if (read_ratings(list, ret, &error) < 0)
        return command_fail(error.code == -ENOMEM ? COMMAND_BROKEN : COMMAND_USAGE, &error);
    enum command_exit status = command_rubric_read(settings->rubric, kind, &ret->rubric);
    if (status != COMMAND_PASSED)
        return status;
    int code = rubric_fits(ret->rubric, kind, ret->ratings, ret->count, &error);
    return code < 0 ? command_fail(command_status(&error), &error) : COMMAND_PASSED;
}

void scorer_close(struct scorer *scorer)
{
    rubric_free(scorer->rubric);
    arena_free(scorer->arena);
    *scorer = (struct scorer){ 0 };
}

enum command_exit scorer_score(const struct scorer *scorer, const struct evidence *evidence,
                               json_t **ret)
{
    struct error error = { 0 };

    return rubric_score(scorer->rubric, evidence, scorer->ratings, scorer->count, ret, &error) < 0
               ? command_fail(command_status(&error), &error)
               : COMMAND_PASSED;
}

enum command_exit command_score(const struct scoring_settings *settings,
                                const struct evidence *evidence, json_t **ret)
{
    struct scorer scorer;
    enum command_exit status = scorer_open(settings, evidence->kind, &scorer);

    if (status == COMMAND_PASSED)
        status = scorer_score(&scorer, evidence, ret);
    scorer_close(&scorer);
    return status;
}
