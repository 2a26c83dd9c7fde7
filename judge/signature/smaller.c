/*
 * Smaller inputs, for whoever looks for the smallest one that still shows something. Works on call
 * text alone, without the types: text in brackets is a tree of groups, items and scalars, and a
 * smaller text is that text with some spans left out or replaced. Whether the result is one of the
 * signature's, and valid, others find out; what is not is simply passed over.
 *
 * The steps, in this order: items of lists and maps, and calls of methods, by halves, quarters, …
 * and one by one; the same column of all rows; all scalars of one value by a smaller one that does
 * not occur yet; the numbers of a list by their ranks; all numbers divided by what divides them
 * all; each scalar alone; and two numbers that hang together, one by as much as the other or by
 * half as much.
 *
 * Recursion follows the text, and stops at DEEPEST.
 */
#include "judge/signature/smaller.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#define DEEPEST 32
#define LONGEST_STRING 64 /* whose characters are left out one by one */

/* ---- The tree ------------------------------------------------------------------------------ */

static int add_node(struct search *search, enum node_kind kind, size_t start, size_t parent,
                    size_t *ret)
{
    if (array_reserve((void **) &search->nodes, search->count, &search->capacity,
                      sizeof(*search->nodes)) < 0)
        return -ENOMEM;
    size_t index = search->count++;

    search->nodes[index] = (struct node){ .kind = kind,
                                          .start = start,
                                          .end = start,
                                          .parent = parent,
                                          .next = NONE,
                                          .child = NONE,
                                          .last = NONE };
    if (parent != NONE) {
        struct node *above = &search->nodes[parent];

        if (above->last == NONE)
            above->child = index;
        else
            search->nodes[above->last].next = index;
        above->last = index;
        above->count++;
    }
    *ret = index;
    return 0;
}

static size_t skip_string(const struct search *search, size_t at)
{
    for (at++; at < search->size && search->text[at] != '"'; at++)
        if (search->text[at] == '\\')
            at++;
    return at < search->size ? at + 1 : search->size;
}

static int add_scalar(struct search *search, size_t item, size_t *at)
{
    bool string = search->text[*at] == '"';
    size_t index;
    char *end = NULL;

    if (add_node(search, string ? NODE_STRING : NODE_NUMBER, *at, item, &index) < 0)
        return -ENOMEM;
    if (string) {
        *at = skip_string(search, *at);
    } else {
        search->nodes[index].value = strtoll(search->text + *at, &end, 10);
        *at += 1 + strspn(search->text + *at + 1, "0123456789.eE+-");
        /* A fraction, or beyond 64 bits: left as it is. */
        if (end != search->text + *at)
            search->nodes[index].value = 0;
    }
    search->nodes[index].end = *at;
    return 0;
}

static int read_items(struct search *search, size_t group, size_t *at, int depth);

/* NOLINTNEXTLINE(misc-no-recursion): at most DEEPEST deep */
static int read_group(struct search *search, size_t item, size_t *at, int depth)
{
    size_t index;
    char bracket = search->text[*at];

    if (depth >= DEEPEST) {
        search->too_deep = true;
        *at = search->size;
        return 0;
    }
    if (add_node(search, NODE_GROUP, *at + 1, item, &index) < 0)
        return -ENOMEM;
    search->nodes[index].bracket = bracket;
    ++*at;
    int code = read_items(search, index, at, depth + 1);

    search->nodes[index].end = *at;
    if (*at < search->size)
        ++*at;
    return code;
}

/* NOLINTNEXTLINE(misc-no-recursion): see read_group() */
static int read_item(struct search *search, size_t item, size_t *at, int depth)
{
    int code = 0;

    while (*at < search->size && code == 0) {
        char c = search->text[*at];

        if (c == ',' || strchr("]})", c))
            break;
        if (strchr("[{(", c))
            code = read_group(search, item, at, depth);
        else if (c == '"' || c == '-' || isdigit((unsigned char) c))
            code = add_scalar(search, item, at);
        else if (isalpha((unsigned char) c) || c == '_')
            while (*at < search->size &&
                   (isalnum((unsigned char) search->text[*at]) || search->text[*at] == '_'))
                ++*at;
        else
            ++*at;
    }
    search->nodes[item].end = *at;
    return code;
}

/* NOLINTNEXTLINE(misc-no-recursion): see read_group() */
static int read_items(struct search *search, size_t group, size_t *at, int depth)
{
    for (;;) {
        size_t item;

        while (*at < search->size && strchr(", \n", search->text[*at]))
            ++*at;
        if (*at >= search->size || strchr("]})", search->text[*at]))
            return 0;
        int code = add_node(search, NODE_ITEM, *at, group, &item);

        if (code == 0)
            code = read_item(search, item, at, depth);
        if (code < 0)
            return code;
    }
}

/* ---- Spans --------------------------------------------------------------------------------- */

int smaller_span(struct search *search, size_t start, size_t end, const char *text)
{
    if (array_reserve((void **) &search->spans, search->span_count, &search->span_capacity,
                      sizeof(*search->spans)) < 0)
        return -ENOMEM;
    struct span *span = &search->spans[search->span_count++];

    *span = (struct span){ .start = start, .end = end };
    snprintf(span->text, sizeof(span->text), "%s", text);
    return 0;
}

bool smaller_is_step(struct search *search)
{
    return search->step-- == 0;
}

static size_t nth_item(const struct search *search, size_t group, size_t number)
{
    size_t item = search->nodes[group].child;

    for (; number > 0 && item != NONE; number--)
        item = search->nodes[item].next;
    return item;
}

static int cut_items(struct search *search, size_t group, size_t from, size_t count)
{
    const struct node *nodes = search->nodes;
    size_t first = nth_item(search, group, from), last = nth_item(search, group, from + count - 1);
    size_t before = from > 0 ? nth_item(search, group, from - 1) : NONE;
    size_t behind = nodes[last].next;

    if (behind != NONE)
        return smaller_span(search, nodes[first].start, nodes[behind].start, "");
    return smaller_span(search, before != NONE ? nodes[before].end : nodes[first].start,
                        nodes[last].end, "");
}

/* ---- The steps: 1 it was found, 0 not among these, -ENOMEM --------------------------------- */

/* The first of a class's calls is the constructor's; of a function's parameters none may go. */
static bool may_cut(const struct search *search, size_t group, size_t *ret_first)
{
    const struct node *node = &search->nodes[group];
    size_t first = node->child;

    *ret_first = 0;
    if (node->kind != NODE_GROUP || node->count == 0)
        return false;
    if (node->bracket)
        return node->bracket != '(';
    /* A call has its parentheses right behind its name. */
    *ret_first = 1;
    first = search->nodes[first].child;
    return first != NONE && search->nodes[first].bracket == '(' && node->count > 1;
}

static int step_cut(struct search *search)
{
    for (size_t group = 0; group < search->count; group++) {
        size_t first;

        if (!may_cut(search, group, &first))
            continue;
        size_t items = search->nodes[group].count - first;

        for (size_t chunk = items; chunk > 0; chunk /= 2) {
            size_t places = (items + chunk - 1) / chunk;

            if (search->step >= places) {
                search->step -= places;
                continue;
            }
            size_t from = search->step * chunk;

            return cut_items(search, group, first + from,
                             from + chunk <= items ? chunk : items - from) < 0
                       ? -ENOMEM
                       : 1;
        }
    }
    return 0;
}

/* The list that a row is; NONE: the item is something else. */
static size_t row_of(const struct search *search, size_t item)
{
    size_t row = search->nodes[item].child;

    return row != NONE && search->nodes[row].bracket == '[' ? row : NONE;
}

/* How many columns all rows have; 0: they are no rows, or of different lengths. */
static size_t column_count(const struct search *search, size_t group)
{
    size_t columns = 0;

    if (search->nodes[group].kind != NODE_GROUP || search->nodes[group].bracket != '[')
        return 0;
    for (size_t item = search->nodes[group].child; item != NONE; item = search->nodes[item].next) {
        size_t row = row_of(search, item);
        size_t count = row == NONE ? 0 : search->nodes[row].count;

        if (count == 0 || (columns && count != columns))
            return 0;
        columns = count;
    }
    return columns;
}

static int step_column(struct search *search)
{
    for (size_t group = 0; group < search->count; group++) {
        size_t columns = column_count(search, group);

        if (search->step >= columns) {
            search->step -= columns;
            continue;
        }
        for (size_t item = search->nodes[group].child; item != NONE;
             item = search->nodes[item].next)
            if (cut_items(search, row_of(search, item), search->step, 1) < 0)
                return -ENOMEM;
        return 1;
    }
    return 0;
}

static bool same_scalar(const struct search *search, const struct node *one,
                        const struct node *other)
{
    if (one->kind != other->kind || (one->kind != NODE_NUMBER && one->kind != NODE_STRING))
        return false;
    return one->end - one->start == other->end - other->start &&
           memcmp(search->text + one->start, search->text + other->start, one->end - one->start) ==
               0;
}

static bool is_first_of_its_value(const struct search *search, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (same_scalar(search, &search->nodes[i], &search->nodes[index]))
            return false;
    return true;
}

/* The smallest value of its kind that does not occur; false: it is none that is smaller. */
static bool unused_value(const struct search *search, const struct node *node, char text[32])
{
    for (int value = 0; value < 26; value++) {
        bool used = false;

        if (node->kind == NODE_STRING)
            snprintf(text, 32, "\"%c\"", 'a' + value);
        else if (value < node->value || node->value < 0)
            snprintf(text, 32, "%d", value);
        else
            return false;
        for (size_t i = 0; i < search->count && !used; i++)
            used = search->nodes[i].kind == node->kind &&
                   search->nodes[i].end - search->nodes[i].start == strlen(text) &&
                   memcmp(search->text + search->nodes[i].start, text, strlen(text)) == 0;
        if (!used)
            return node->kind == NODE_NUMBER || node->end - node->start > strlen(text);
    }
    return false;
}

static int step_rename(struct search *search)
{
    char text[32];

    for (size_t index = 0; index < search->count; index++) {
        const struct node *node = &search->nodes[index];

        if ((node->kind != NODE_NUMBER && node->kind != NODE_STRING) ||
            !is_first_of_its_value(search, index) || !unused_value(search, node, text) ||
            !smaller_is_step(search))
            continue;
        for (size_t i = index; i < search->count; i++)
            if (same_scalar(search, &search->nodes[i], &search->nodes[index]) &&
                smaller_span(search, search->nodes[i].start, search->nodes[i].end, text) < 0)
                return -ENOMEM;
        return 1;
    }
    return 0;
}

static int step_number(struct search *search, const struct node *node)
{
    const int64_t smaller[] = { 0, 1, -node->value, node->value / 2, node->value - 1 };
    int64_t size = node->value < 0 ? -node->value : node->value;

    for (size_t i = 0; i < COUNT(smaller); i++) {
        int64_t value = smaller[i];
        char text[32];

        /* Nearer to zero, or at the same distance on the other side. */
        if (value < 0 || (node->value > 0 && value >= size) || node->value == 0 ||
            !smaller_is_step(search))
            continue;
        snprintf(text, sizeof(text), "%" PRId64, value);
        return smaller_span(search, node->start, node->end, text) < 0 ? -ENOMEM : 1;
    }
    return 0;
}

/* Without its first half, its second half, or one character. An escape may be cut in two: then it
 * is no string any more, and passed over. */
static int step_string(struct search *search, const struct node *node)
{
    size_t start = node->start + 1, length = node->end - node->start - 2;

    if (length > 1 && smaller_is_step(search))
        return smaller_span(search, start, start + length / 2, "") < 0 ? -ENOMEM : 1;
    if (length > 1 && smaller_is_step(search))
        return smaller_span(search, start + length / 2, start + length, "") < 0 ? -ENOMEM : 1;
    for (size_t i = 0; i < length && length <= LONGEST_STRING; i++)
        if (smaller_is_step(search))
            return smaller_span(search, start + i, start + i + 1, "") < 0 ? -ENOMEM : 1;
    return 0;
}

static int step_scalar(struct search *search)
{
    int found = 0;

    for (size_t i = 0; i < search->count && found == 0; i++) {
        const struct node *node = &search->nodes[i];

        if (node->kind == NODE_NUMBER && node->value > -INT64_MAX)
            found = step_number(search, node);
        else if (node->kind == NODE_STRING && node->end - node->start >= 2)
            found = step_string(search, node);
    }
    return found;
}

/* ---- All together -------------------------------------------------------------------------- */

static int write_text(const struct search *search, struct buffer *out)
{
    size_t at = 0;

    for (size_t i = 0; i < search->span_count; i++) {
        const struct span *span = &search->spans[i];

        if (buffer_append(out, search->text + at, span->start - at) < 0 ||
            buffer_puts(out, span->text) < 0)
            return -ENOMEM;
        at = span->end;
    }
    return buffer_append(out, search->text + at, search->size - at);
}

int signature_smaller(const char *text, size_t step, struct buffer *out)
{
    static int (*const steps[])(struct search *) = {
        step_cut,    step_column,          step_rename, smaller_step_ranks, smaller_step_divide,
        step_scalar, smaller_step_together
    };
    struct search search = { .text = text, .size = strlen(text), .step = step };
    size_t root, at = 0;
    int found = add_node(&search, NODE_GROUP, 0, NONE, &root);

    if (found == 0)
        found = read_items(&search, root, &at, 0);
    for (size_t i = 0; i < COUNT(steps) && found == 0 && !search.too_deep; i++)
        found = steps[i](&search);
    if (found > 0 && write_text(&search, out) < 0)
        found = -ENOMEM;
    free(search.nodes);
    free(search.spans);
    return found;
}
