// Slow: O(n m), a tree of segments whose nodes have their children in a list.
#include "signature.h"

#include <stdlib.h>
#include <string.h>

struct node {
    struct node *child, *next;
    const char *name;
    size_t length;
    int route;
};

static struct node *make(const char *name, size_t length)
{
    struct node *node = calloc(1, sizeof(*node));

    node->name = name;
    node->length = length;
    node->route = -1;
    return node;
}

static struct node *find(const struct node *node, const char *name, size_t length)
{
    struct node *child = node->child;

    while (child && (child->length != length || memcmp(child->name, name, length) != 0))
        child = child->next;
    return child;
}

struct list_int match_routes(struct list_string routes, struct list_string paths)
{
    struct list_int result = { paths.count, malloc(paths.count * sizeof(int)) };
    struct node *root = make("", 0);

    for (size_t i = 0; i < routes.count; i++) {
        struct node *node = root;

        for (const char *text = routes.items[i]; text[0] && text[1];) {
            size_t length = strcspn(++text, "/");
            struct node *child = find(node, text, length);

            if (!child) {
                child = make(text, length);
                child->next = node->child;
                node->child = child;
            }
            node = child;
            text += length;
        }
        if (node->route < 0)
            node->route = (int) i;
    }
    for (size_t i = 0; i < paths.count; i++) {
        const struct node *node = root;

        result.items[i] = root->route;
        for (const char *text = paths.items[i]; text[0] && text[1];) {
            size_t length = strcspn(++text, "/");

            node = find(node, text, length);
            if (!node)
                break;
            if (node->route >= 0)
                result.items[i] = node->route;
            text += length;
        }
    }
    return result;
}
