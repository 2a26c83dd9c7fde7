/*
 * Theory of operation: the distance is the number of letters inserted, deleted, exchanged or
 * swapped with their neighbour (optimal string alignment), in three rolling rows. A word is near
 * when a third of the typed letters, and at least one, is enough to get there; a word that the
 * typed one begins is near as well.
 */

#include "judge/command/near.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 64 };

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    unsigned rows[3][WORD_MAX + 1];

    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = (unsigned) j;
    for (size_t i = 1; i <= a_length; i++) {
        unsigned *now = rows[i % 3];
        const unsigned *above = rows[(i + 2) % 3], *two_above = rows[(i + 1) % 3];

        now[0] = (unsigned) i;
        for (size_t j = 1; j <= b_length; j++) {
            unsigned change = above[j - 1] + (a[i - 1] != b[j - 1]);

            now[j] = least(change, least(above[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = least(now[j], two_above[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

const char *near_word(const char *const *words, const char *typed)
{
    size_t length = strlen(typed);
    unsigned best = length < 3 ? 2 : (unsigned) (length + 2) / 3 + 1;
    const char *found = NULL;

    if (!length || length > WORD_MAX)
        return NULL;
    for (size_t i = 0; words[i]; i++) {
        size_t word_length = strlen(words[i]);
        unsigned steps;

        if (word_length > WORD_MAX)
            continue;
        steps =
            !strncmp(words[i], typed, length) ? 1 : distance(typed, length, words[i], word_length);
        if (steps < best) {
            best = steps;
            found = words[i];
        }
    }
    return found;
}

void near_remedy(const char *const *words, const char *typed, const char *prefix,
                 struct error *error)
{
    const char *word = near_word(words, typed);

    if (word)
        error_remedy(error, "did you mean '%s%s'?", prefix, word);
}
