// Slow: O(n h) for height h, walks down anew from each call, over an array in which callers come first;
// leaves out what cannot beat the best so far.
#pragma GCC optimize("O3")
#include "signature.h"

#include <stdlib.h>

struct call {
    long long gain; /* at most, by a way down from here: the sum of all positive times */
    int time;
    int left, right; /* places; 0: none */
};

struct step {
    long long total;
    int at;
};

/* The best total of a way down that starts here, or 0. */
static long long best_down(const struct call *calls, struct step *stack, int at)
{
    long long best = 0;
    int used = 1;

    if (at == 0)
        return 0;
    stack[0] = (struct step){ 0, at };
    while (used > 0) {
        long long total = stack[--used].total;

        for (int next = stack[used].at; next != 0 && total + calls[next].gain > best;) {
            const struct call *call = &calls[next];

            total += call->time;
            best = total > best ? total : best;
            if (call->left != 0 && call->right != 0)
                stack[used++] = (struct step){ total, call->right };
            next = call->left != 0 ? call->left : call->right;
        }
    }
    return best;
}

static size_t in_order(struct tree_node *root, struct tree_node ***nodes)
{
    size_t used = 1, count = 0, size = 1024;
    struct tree_node **stack = malloc(size * sizeof(*stack));

    *nodes = malloc(size * sizeof(**nodes));
    stack[0] = root;
    while (used > 0) {
        struct tree_node *node = stack[--used];

        if (count + used + 2 > size) {
            size *= 2;
            stack = realloc(stack, size * sizeof(*stack));
            *nodes = realloc(*nodes, size * sizeof(**nodes));
        }
        (*nodes)[count++] = node;
        if (node->right)
            stack[used++] = node->right;
        if (node->left)
            stack[used++] = node->left;
    }
    return count;
}

long long costliest_path(struct tree_node *root)
{
    struct tree_node **nodes;
    size_t count = in_order(root, &nodes), open = 0;
    struct call *calls = calloc(count + 1, sizeof(*calls));
    struct step *stack = malloc((count + 1) * sizeof(*stack));
    int *waiting = malloc((count + 1) * sizeof(*waiting));
    long long best = root->value;

    /* From the last to the first: what is on top of the waiting ones is the left child, then the right one. */
    for (size_t at = count; at > 0; at--) {
        const struct tree_node *node = nodes[at - 1];
        struct call *call = &calls[at];

        call->time = node->value;
        call->left = node->left ? waiting[--open] : 0;
        call->right = node->right ? waiting[--open] : 0;
        call->gain = (call->time > 0 ? call->time : 0) + calls[call->left].gain + calls[call->right].gain;
        best = call->time > best ? call->time : best;
        waiting[open++] = (int) at;
    }
    for (size_t at = 1; at <= count; at++) {
        const struct call *call = &calls[at];

        if (call->time + calls[call->left].gain + calls[call->right].gain <= best)
            continue;
        if (call->time <= 0 && (call->left == 0 || call->right == 0))
            continue;

        long long total = call->time + best_down(calls, stack, call->left)
                          + best_down(calls, stack, call->right);

        best = total > best ? total : best;
    }
    return best;
}
