/*
 * Theory of operation: parsing gives a list of nodes in which operands come before their users, and
 * the dot of a pipe is resolved to the node that it stands for. Evaluating is one walk along that
 * list: no recursion, no loop that the author of a rubric could lengthen, so that no condition
 * takes longer than its text is long.
 */

#include "judge/rubric/expression.h"

#include <math.h>
#include <string.h>

/* Room for what rounding does: 0.1 + 0.2 is 0.3 here. */
#define NEARLY 1e-9

struct value {
    bool known;
    double number;
    const char *text;
};

static struct value unknown(void)
{
    return (struct value){ 0 };
}

static struct value of_number(double number)
{
    return (struct value){ .known = isfinite(number), .number = number };
}

static struct value of_fact(const struct node *node, const struct evidence_fact *facts)
{
    const struct evidence_fact *fact = &facts[node->fact];
    const struct fact *row = fact_at((size_t) node->fact);

    if (fact->state != FACT_KNOWN)
        return unknown();
    if (row->type == FACT_WORD)
        return (struct value){ .known = true, .text = row->words[(size_t) fact->value] };
    return of_number(fact->value);
}

static struct value of_share(const struct node *node, const struct evidence_fact *facts)
{
    const struct evidence_fact *part = &facts[node->fact], *whole = &facts[node->most];

    if (part->state != FACT_KNOWN || whole->state != FACT_KNOWN || whole->value <= 0)
        return unknown();
    return of_number(part->value / whole->value);
}

static struct value of_leaf(const struct node *node, const struct evidence_fact *facts)
{
    switch (node->operation) {
    case OP_FACT:
        return of_fact(node, facts);
    case OP_SHARE:
        return of_share(node, facts);
    case OP_KNOWN:
        return of_number(facts[node->fact].state == FACT_KNOWN);
    case OP_AT_LEAST:
        return facts[node->fact].state == FACT_KNOWN
                   ? of_number(facts[node->fact].value >= node->number)
                   : unknown();
    default:
        return (struct value){ .known = true, .number = node->number, .text = node->text };
    }
}

static struct value both(struct value left, struct value right, bool decides)
{
    bool either = (left.known && (left.number != 0) == decides) ||
                  (right.known && (right.number != 0) == decides);

    if (either)
        return of_number(decides);
    return left.known && right.known ? of_number(!decides) : unknown();
}

static int compare(struct value left, struct value right)
{
    if (left.text && right.text)
        return strcmp(left.text, right.text);
    if (fabs(left.number - right.number) < NEARLY)
        return 0;
    return left.number < right.number ? -1 : 1;
}

static struct value of_pair(enum operation operation, struct value left, struct value right)
{
    if (!left.known || !right.known)
        return unknown();
    switch (operation) {
    case OP_EQUAL:
        return of_number(compare(left, right) == 0);
    case OP_UNEQUAL:
        return of_number(compare(left, right) != 0);
    case OP_LESS:
        return of_number(compare(left, right) < 0);
    case OP_MOST:
        return of_number(compare(left, right) <= 0);
    case OP_MORE:
        return of_number(compare(left, right) > 0);
    case OP_LEAST:
        return of_number(compare(left, right) >= 0);
    case OP_ADD:
        return of_number(left.number + right.number);
    case OP_SUBTRACT:
        return of_number(left.number - right.number);
    case OP_MULTIPLY:
        return of_number(left.number * right.number);
    default:
        return right.number == 0 ? unknown() : of_number(left.number / right.number);
    }
}

static struct value fold(const struct expression *expression, const struct node *node,
                         const struct value *values)
{
    const int *items = expression->items + node->a;
    struct value total = of_number(node->operation == OP_ALL);

    if (node->operation == OP_LENGTH)
        return of_number(node->b);
    for (int i = 0; i < node->b; i++) {
        struct value item = values[items[i]];

        if (node->operation == OP_ANY || node->operation == OP_ALL)
            total = both(total, item, node->operation == OP_ANY);
        else if (i == 0)
            total = item;
        else if (!item.known || !total.known)
            total = unknown();
        else if (node->operation == OP_SUM)
            total = of_number(total.number + item.number);
        else
            total = of_number(node->operation == OP_MIN ? fmin(total.number, item.number)
                                                        : fmax(total.number, item.number));
    }
    return total;
}

static struct value is_in(const struct expression *expression, const struct node *node,
                          const struct value *values)
{
    struct value found = of_number(0);

    for (int i = 0; i < node->c; i++)
        found =
            both(found, of_pair(OP_EQUAL, values[node->a], values[expression->items[node->b + i]]),
                 true);
    return found;
}

static struct value rounded(enum operation operation, struct value value)
{
    if (!value.known)
        return value;
    return of_number(operation == OP_FLOOR ? floor(value.number) : ceil(value.number));
}

/* Operations of one to three operands, which stand before in the list. */
static struct value of_operands(const struct node *node, struct value first,
                                const struct value *values)
{
    bool yes = first.known && first.number != 0;

    switch (node->operation) {
    case OP_NOT:
        return first.known ? of_number(!yes) : first;
    case OP_AND:
    case OP_OR:
        return both(first, values[node->b], node->operation == OP_OR);
    case OP_OTHERWISE:
        return first.known && (node->type != TYPE_BOOL || yes) ? first : values[node->b];
    case OP_IF:
        return first.known ? values[yes ? node->b : node->c] : first;
    case OP_FLOOR:
    case OP_CEIL:
        return rounded(node->operation, first);
    default:
        return of_pair(node->operation, first, values[node->b]);
    }
}

static struct value of_node(const struct expression *expression, const struct node *node,
                            const struct value *values, const struct evidence_fact *facts)
{
    if (node->operation < OP_NOT)
        return of_leaf(node, facts);
    if (node->operation < OP_ARRAY)
        return of_operands(node, values[node->a], values);
    if (node->operation == OP_ARRAY)
        return unknown();
    return node->operation == OP_IN ? is_in(expression, node, values)
                                    : fold(expression, node, values);
}

static void evaluate_all(const struct expression *expression, const struct evidence_fact *facts,
                         struct value *values)
{
    for (size_t i = 0; i < expression->count; i++)
        values[i] = of_node(expression, &expression->nodes[i], values, facts);
}

enum truth expression_evaluate(const struct expression *expression,
                               const struct evidence_fact *facts)
{
    struct value values[EXPRESSION_NODES];

    evaluate_all(expression, facts, values);
    struct value result = values[expression->count - 1];
    if (!result.known)
        return TRUTH_UNKNOWN;
    return result.number != 0 ? TRUTH_TRUE : TRUTH_FALSE;
}

static bool is_leaf_of(const struct node *node, int fact)
{
    bool asks = node->operation >= OP_FACT && node->operation <= OP_AT_LEAST;

    return asks && (node->fact == fact || (node->operation == OP_SHARE && node->most == fact));
}

bool expression_names(const struct expression *expression, int fact)
{
    for (size_t i = 0; i < expression->count; i++)
        if (is_leaf_of(&expression->nodes[i], fact))
            return true;
    return false;
}

bool expression_needs(const struct expression *expression, int fact)
{
    bool needed = false;

    for (size_t i = 0; i < expression->count; i++) {
        const struct node *node = &expression->nodes[i];

        if (!is_leaf_of(node, fact))
            continue;
        if (node->operation == OP_KNOWN)
            return false;
        needed = needed || !node->optional;
    }
    return needed;
}

/* ---- What could make a difference ----------------------------------------------------------- */

struct candidates {
    const struct fact *row;
    double *values;
    size_t count, most;
};

static void add(struct candidates *to, double value)
{
    bool whole = to->row->type != FACT_NUMBER && to->row->type != FACT_RATIO;

    if (whole && value != round(value))
        return;
    if (!(value >= 0 && value <= to->row->high) || to->count == to->most)
        return;
    value = round(value * 1e6) / 1e6;
    for (size_t i = 0; i < to->count; i++)
        if (to->values[i] == value)
            return;
    to->values[to->count++] = value;
}

static void add_around(struct candidates *to, double value)
{
    double step = to->row->type == FACT_RATIO ? 0.01 : to->row->type == FACT_NUMBER ? 0.01 : 1;

    add(to, value);
    if (step == 1) {
        add(to, ceil(value));
        add(to, floor(value));
    }
    add(to, value + step);
    add(to, value - step);
}

/* The other side of a comparison, and what it means for the fact on this side. */
static void add_compared(struct candidates *to, const struct node *side, const struct value *other,
                         const struct evidence_fact *facts)
{
    if (!other->known)
        return;
    if (side->operation == OP_SHARE) {
        if (facts[side->most].state == FACT_KNOWN && to->row == fact_at((size_t) side->fact))
            add_around(to, other->number * facts[side->most].value);
    } else if (other->text) {
        add(to, fact_word(to->row, other->text));
    } else {
        add_around(to, other->number);
    }
}

static void add_words(struct candidates *to)
{
    if (to->row->type != FACT_WORD && to->row->type != FACT_BOOL)
        return;
    for (int value = 0; value <= (int) to->row->high; value++)
        add(to, value);
}

size_t expression_candidates(const struct expression *expression, const struct evidence_fact *facts,
                             int fact, double *values, size_t most)
{
    struct candidates to = { .row = fact_at((size_t) fact), .most = most };
    struct value all[EXPRESSION_NODES];

    to.values = values;
    evaluate_all(expression, facts, all);
    add_words(&to);
    for (size_t i = 0; i < expression->count; i++) {
        const struct node *node = &expression->nodes[i];

        if (node->operation < OP_EQUAL || node->operation > OP_LEAST)
            continue;
        if (is_leaf_of(&expression->nodes[node->a], fact))
            add_compared(&to, &expression->nodes[node->a], &all[node->b], facts);
        if (is_leaf_of(&expression->nodes[node->b], fact))
            add_compared(&to, &expression->nodes[node->b], &all[node->a], facts);
    }
    const struct evidence_fact *bound = to.row->most ? &facts[fact_find(to.row->most)] : NULL;
    if (bound && bound->state == FACT_KNOWN)
        add(&to, bound->value);
    else if (to.row->type == FACT_RATIO)
        add(&to, to.row->high);
    add(&to, 0);
    return to.count;
}

static enum operation turned(enum operation operation)
{
    switch (operation) {
    case OP_LESS:
        return OP_MORE;
    case OP_MOST:
        return OP_LEAST;
    case OP_MORE:
        return OP_LESS;
    case OP_LEAST:
        return OP_MOST;
    default:
        return operation;
    }
}

bool expression_bound(const struct expression *expression, struct bound *ret)
{
    const struct node *last = &expression->nodes[expression->count - 1];

    if (last->operation == OP_AT_LEAST) {
        *ret = (struct bound){ last->fact, false, OP_LEAST, last->number };
        return true;
    }
    if (last->operation < OP_EQUAL || last->operation > OP_LEAST || last->operation == OP_UNEQUAL)
        return false;
    const struct node *left = &expression->nodes[last->a], *right = &expression->nodes[last->b];
    enum operation operation = last->operation;
    if (left->operation == OP_NUMBER) {
        const struct node *swapped = left;

        left = right;
        right = swapped;
        operation = turned(operation);
    }
    if ((left->operation != OP_FACT && left->operation != OP_SHARE) ||
        right->operation != OP_NUMBER)
        return false;
    *ret = (struct bound){ left->fact, left->operation == OP_SHARE, operation, right->number };
    return true;
}
