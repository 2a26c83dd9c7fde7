/* The steps of signature_smaller() that change several numbers at once. */

#include "judge/signature/smaller.h"

#include <inttypes.h>

#define MOST_TOGETHER 6 /* numbers in a text whose pairs are looked at */

/* How many different numbers of a list are smaller. */
static size_t rank_in(const struct search *search, size_t group, int64_t value)
{
    size_t rank = 0;

    for (size_t item = search->nodes[group].child; item != NONE; item = search->nodes[item].next) {
        const struct node *node = &search->nodes[search->nodes[item].child];
        bool counted = false;

        if (node->value >= value)
            continue;
        for (size_t other = search->nodes[group].child; other != item && !counted;
             other = search->nodes[other].next)
            counted = search->nodes[search->nodes[other].child].value == node->value;
        rank += !counted;
    }
    return rank;
}

static bool all_numbers(const struct search *search, size_t group)
{
    const struct node *node = &search->nodes[group];

    if (node->kind != NODE_GROUP || node->bracket != '[' || node->count < 2 || node->count > 200)
        return false;
    for (size_t item = node->child; item != NONE; item = search->nodes[item].next)
        if (search->nodes[item].child == NONE ||
            search->nodes[search->nodes[item].child].kind != NODE_NUMBER)
            return false;
    return true;
}

/* Whether ranks would be smaller in sum: otherwise the steps could go round in circles. */
static bool ranks_are_smaller(const struct search *search, size_t group)
{
    double sum = 0, ranks = 0;

    for (size_t item = search->nodes[group].child; item != NONE; item = search->nodes[item].next) {
        int64_t value = search->nodes[search->nodes[item].child].value;

        sum += value < 0 ? -(double) value : (double) value;
        ranks += (double) rank_in(search, group, value) + 1;
    }
    return ranks < sum;
}

int smaller_step_ranks(struct search *search)
{
    for (size_t group = 0; group < search->count; group++) {
        if (!all_numbers(search, group) || !ranks_are_smaller(search, group) ||
            !smaller_is_step(search))
            continue;
        for (size_t item = search->nodes[group].child; item != NONE;
             item = search->nodes[item].next) {
            const struct node *node = &search->nodes[search->nodes[item].child];
            char text[32];

            snprintf(text, sizeof(text), "%zu", rank_in(search, group, node->value) + 1);
            if (smaller_span(search, node->start, node->end, text) < 0)
                return -ENOMEM;
        }
        return 1;
    }
    return 0;
}

static int replace_number(struct search *search, const struct node *node, int64_t value)
{
    char text[32];

    snprintf(text, sizeof(text), "%" PRId64, value);
    return smaller_span(search, node->start, node->end, text);
}

static bool is_number(const struct node *node)
{
    return node->kind == NODE_NUMBER && node->value > -INT64_MAX;
}

static int64_t common_divisor(const struct search *search)
{
    int64_t divisor = 0;

    for (size_t i = 0; i < search->count; i++) {
        int64_t rest = is_number(&search->nodes[i]) ? search->nodes[i].value : 0;

        for (rest = rest < 0 ? -rest : rest; rest > 0;) {
            int64_t old = divisor % rest;

            divisor = rest;
            rest = old;
        }
    }
    return divisor;
}

/* A size and a block of twice that size, say: neither can become smaller alone. */
int smaller_step_divide(struct search *search)
{
    int64_t divisor = common_divisor(search);

    if (divisor < 2 || !smaller_is_step(search))
        return 0;
    for (size_t i = 0; i < search->count; i++)
        if (is_number(&search->nodes[i]) && search->nodes[i].value != 0 &&
            replace_number(search, &search->nodes[i], search->nodes[i].value / divisor) < 0)
            return -ENOMEM;
    return 1;
}

/* Two numbers that become smaller together: `one` by some amount, and `other` by `factor` times as
 * much. */
struct pair {
    const struct node *one, *other;
    int64_t factor;
    bool alike; /* and all numbers of the same values with them */
};

static bool takes_part(const struct pair *pair, const struct node *node, const struct node *chosen)
{
    return node == chosen || (pair->alike && is_number(node) && node->value == chosen->value);
}

static int step_pair(struct search *search, const struct pair *pair)
{
    int64_t value = pair->one->value;
    const int64_t less[] = { value - 1, value / 2, 1 };

    for (size_t i = 0; i < COUNT(less); i++) {
        if (less[i] < 1 || (i > 0 && less[i] >= less[i - 1]) ||
            pair->other->value / pair->factor < less[i] || !smaller_is_step(search))
            continue;
        for (size_t k = 0; k < search->count; k++) {
            const struct node *node = &search->nodes[k];
            int code = 0;

            if (takes_part(pair, node, pair->one))
                code = replace_number(search, node, node->value - less[i]);
            else if (takes_part(pair, node, pair->other))
                code = replace_number(search, node, node->value - pair->factor * less[i]);
            if (code < 0)
                return code;
        }
        return 1;
    }
    return 0;
}

/* The numbers above zero; 0 when there are too many to look at all pairs. */
static size_t list_numbers(const struct search *search, const struct node *ret[MOST_TOGETHER])
{
    size_t count = 0;

    for (size_t i = 0; i < search->count; i++) {
        if (!is_number(&search->nodes[i]) || search->nodes[i].value < 1)
            continue;
        if (count == MOST_TOGETHER)
            return 0;
        ret[count++] = &search->nodes[i];
    }
    return count;
}

int smaller_step_together(struct search *search)
{
    const struct node *numbers[MOST_TOGETHER];
    size_t count = list_numbers(search, numbers);
    int found = 0;

    /* Numbers i and k, once or twice as much, alone or with those of their values. */
    for (size_t number = 0; number < 4 * count * count && found == 0; number++) {
        struct pair pair = { .one = numbers[number / 4 / count],
                             .other = numbers[number / 4 % count],
                             .factor = 1 + (int64_t) (number % 2),
                             .alike = number / 2 % 2 };

        if (pair.one != pair.other && !(pair.alike && pair.one->value == pair.other->value))
            found = step_pair(search, &pair);
    }
    return found;
}
