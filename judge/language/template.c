/*
 * Placeholders: a name in braces. Words of the table come from the table's author and never from
 * a submission, but values (file names, class names) do: a value is put in and not looked at
 * again, and a word that results stays one argument. No shell is involved anywhere.
 */
#include "judge/language/template.h"

#include <errno.h>
#include <string.h>

#define STACK_LEAST_MB 16
#define STACK_MOST_MB 64

/* An eighth of memory, and no more than the 64 MiB that Kattis gives Java. Unwinding a Java stack
 * that has overflowed takes up to seven times its size (measured on JDK 17: 490 MB and one second
 * for 64 MB, 7 s for 256 MB), and it should end as the program's exception, neither at the limit of
 * memory nor of time. */
static uint64_t stack_mb(const struct template_values *values)
{
    uint64_t stack = values->memory_mb / 8;

    stack = stack < STACK_LEAST_MB ? STACK_LEAST_MB : stack;
    stack = stack > STACK_MOST_MB ? STACK_MOST_MB : stack;
    if (stack > values->memory_mb / 2)
        stack = values->memory_mb / 2;
    return stack ? stack : 1;
}

static uint64_t stack_kb(const struct template_values *values)
{
    return stack_mb(values) * 1024;
}

static uint64_t memory_mb(const struct template_values *values)
{
    return values->memory_mb;
}

static uint64_t soft_mb(const struct template_values *values)
{
    uint64_t soft = values->memory_mb * 7 / 8;

    return soft ? soft : 1;
}

static uint64_t initial_mb(const struct template_values *values)
{
    uint64_t initial = values->memory_mb / 4;

    return initial ? initial : 1;
}

static const struct {
    const char *name;
    size_t text;                                              /* offset of a text, or */
    uint64_t (*number)(const struct template_values *values); /* a number */
} placeholders[] = {
    { "main", offsetof(struct template_values, main), NULL },
    { "class", offsetof(struct template_values, class), NULL },
    { "out", offsetof(struct template_values, out), NULL },
    { "dialect", offsetof(struct template_values, dialect), NULL },
    { "memory_mb", 0, memory_mb },
    { "soft_mb", 0, soft_mb },
    { "initial_mb", 0, initial_mb },
    { "stack_mb", 0, stack_mb },
    { "stack_kb", 0, stack_kb },
};

/* Those that stand for several words. */
static const char *const word_lists[] = { "{files}", "{includes}" };

static bool is(const char *name, size_t length, const char *other)
{
    return strlen(other) == length && memcmp(name, other, length) == 0;
}

static bool is_home_of(const char *name, size_t length, const char *id)
{
    size_t id_length = strlen(id);

    return length == id_length + 5 && memcmp(name, id, id_length) == 0 &&
           memcmp(name + id_length, ".home", 5) == 0;
}

static int put_value(struct buffer *buffer, const char *name, size_t length,
                     const struct template_values *values)
{
    for (size_t i = 0; i < COUNT(placeholders); i++) {
        if (!is(name, length, placeholders[i].name))
            continue;
        if (placeholders[i].number)
            return buffer_printf(buffer, "%llu",
                                 (unsigned long long) placeholders[i].number(values));
        const char *text = *(const char *const *) ((const char *) values + placeholders[i].text);
        return buffer_puts(buffer, text ? text : "");
    }
    for (const struct tool *const *tool = values->tools; tool && *tool; tool++) {
        if (is(name, length, (*tool)->row->id))
            return buffer_puts(buffer, (*tool)->command);
        if (is_home_of(name, length, (*tool)->row->id))
            return buffer_puts(buffer, (*tool)->home);
    }
    return 0; /* table_check() lets no unknown name through */
}

static const char *expand_word(struct arena *arena, const char *word,
                               const struct template_values *values)
{
    AUTO_BUFFER struct buffer buffer = { 0 };

    while (*word) {
        size_t plain = strcspn(word, "{");
        const char *end = strchr(word + plain, '}');
        int status = end ? buffer_append(&buffer, word, plain) : buffer_puts(&buffer, word);

        if (status == 0 && end)
            status =
                put_value(&buffer, word + plain + 1, (size_t) (end - word) - plain - 1, values);
        if (status < 0)
            return NULL;
        if (!end)
            break;
        word = end + 1;
    }
    return arena_strdup(arena, buffer.data ? buffer.data : "");
}

struct word_buffer {
    const char **words;
    size_t count;
};

static void put_includes(word_list includes, struct word_buffer *out)
{
    for (; *includes; includes++) {
        out->words[out->count] = "-I";
        out->words[out->count + 1] = *includes;
        out->count += 2;
    }
}

int template_expand(struct arena *arena, word_list words, const struct template_values *values,
                    word_list *ret)
{
    static const char *const none[] = { NULL };
    word_list files = values->files ? values->files : none;
    word_list includes = values->includes ? values->includes : none;
    size_t per_word = 1 + word_count(files) + 2 * word_count(includes);
    struct word_buffer out = { 0 };

    out.words = arena_array(arena, word_count(words) * per_word + 1, sizeof(*out.words));
    if (!out.words)
        return -ENOMEM;
    for (; *words; words++) {
        if (strcmp(*words, "{files}") == 0) {
            for (word_list file = files; *file; file++)
                out.words[out.count++] = *file;
        } else if (strcmp(*words, "{includes}") == 0) {
            put_includes(includes, &out);
        } else if (!(out.words[out.count++] = expand_word(arena, *words, values))) {
            return -ENOMEM;
        }
    }
    *ret = out.words;
    return 0;
}

static bool means_something(const char *name, size_t length, word_list tools)
{
    for (size_t i = 0; i < COUNT(placeholders); i++)
        if (is(name, length, placeholders[i].name))
            return true;
    for (; *tools; tools++)
        if (is(name, length, *tools) || is_home_of(name, length, *tools))
            return true;
    return false;
}

const char *template_fault(const char *word, word_list tools, size_t *ret_length)
{
    for (size_t i = 0; i < COUNT(word_lists); i++)
        if (strcmp(word, word_lists[i]) == 0)
            return NULL;
    for (const char *start = strchr(word, '{'); start; start = strchr(start, '{')) {
        const char *end = strchr(start, '}');
        size_t length = end ? (size_t) (end - start) - 1 : 0;

        if (!end || !means_something(start + 1, length, tools)) {
            *ret_length = end ? length + 2 : strlen(start);
            return start;
        }
        start = end;
    }
    return NULL;
}
