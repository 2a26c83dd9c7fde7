/*
 * yaml_parse() and the typed readings: files of packages and of users, of any bytes.
 *
 * Properties: a refusal names the file and a line that the text has, in one line of visible text;
 * in a tree each node's line exists, counts are right, keys of a map differ and texts are UTF-8;
 * every typed reading of every node gives a value of its type or an error; the words of a text hold
 * no more characters than it has.
 */
#include "judge/base/yaml.h"

#include "tests/fuzz/fuzz.h"

#include <errno.h>
#include <math.h>

static int last_line; /* of the text; YAML also breaks lines at CR, NEL, LS and PS */

static int count_lines(const uint8_t *data, size_t size)
{
    int lines = 2; /* the first, and one that is reported behind the end */

    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n' || data[i] == '\r' ||
                 (i > 0 && data[i - 1] == 0xc2 && data[i] == 0x85) ||
                 (i > 1 && data[i - 2] == 0xe2 && data[i - 1] == 0x80 &&
                  (data[i] == 0xa8 || data[i] == 0xa9));
    return lines;
}

static void check_error(int status, const struct error *error)
{
    fuzz_check(status == -EINVAL && error->code == status);
    fuzz_check(strcmp(error->file, "a.yaml") == 0);
    fuzz_check(error->line >= 1 && error->line <= last_line);
    fuzz_check(error->message[0] && fuzz_is_visible(error->message));
}

static void check_words(struct arena *arena, const struct yaml_node *node, bool split)
{
    const char *const *words = NULL;
    size_t count = 0, characters = 0;
    struct error error;
    int status = yaml_as_strings(arena, node, split, &words, &count, &error);

    if (status < 0) {
        check_error(status, &error);
        return;
    }
    fuzz_check(node->kind != YAML_MAP && words && !words[count]);
    for (size_t i = 0; i < count; i++)
        characters += strlen(words[i]);
    if (node->kind == YAML_SCALAR)
        fuzz_check(characters <= strlen(node->text));
    else
        fuzz_check(count == node->count);
}

static void check_readings(struct arena *arena, const struct yaml_node *node)
{
    struct error error;
    bool flag;
    int64_t number;
    double real;
    const char *text = NULL;
    int status = yaml_as_bool(node, &flag, &error);

    if (status < 0)
        check_error(status, &error);
    status = yaml_as_int(node, -5, 1000, &number, &error);
    fuzz_check(status < 0 || (number >= -5 && number <= 1000));
    if (status < 0)
        check_error(status, &error);
    status = yaml_as_double(node, 0, INFINITY, &real, &error);
    fuzz_check(status < 0 || real >= 0);
    if (status < 0)
        check_error(status, &error);
    status = yaml_as_string(node, &text, &error);
    fuzz_check(status < 0 || text == node->text);
    if (status < 0)
        check_error(status, &error);
    check_words(arena, node, false);
    check_words(arena, node, true);
}

/* Recursion: yaml_parse() lets at most 64 levels through. */
static void check_node(struct arena *arena, const struct yaml_node *node, int depth)
{
    size_t count = 0;

    fuzz_check(depth <= 64 && node->line >= 1 && node->line <= last_line);
    fuzz_check((node->kind == YAML_SCALAR) == (node->text != NULL));
    fuzz_check(node->kind != YAML_SCALAR || fuzz_is_utf8(node->text, strlen(node->text)));
    check_readings(arena, node);
    for (const struct yaml_node *child = node->children; child; child = child->next, count++) {
        fuzz_check((node->kind == YAML_MAP) == (child->key != NULL));
        fuzz_check(!child->key || yaml_get(node, child->key) == child);
        check_node(arena, child, depth + 1);
    }
    fuzz_check(count == node->count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct yaml_node *root = NULL;
    struct error error;

    last_line = count_lines(data, size);
    int status = yaml_parse(arena, "a.yaml", (const char *) data, size, &root, &error);
    if (status < 0) {
        fuzz_check(!root);
        check_error(status, &error);
    } else if (root) {
        check_node(arena, root, 0);
    }
    return 0;
}
