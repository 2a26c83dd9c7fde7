/*
 * Finding the class to start. The sources could only be guessed at with patterns (packages, nested
 * classes, Kotlin's file classes, comments); the class files say it exactly: which class, and that
 * main is public, static and takes the arguments. This is the format's structure of chapter 4 of
 * the JVM specification, read as far as the methods.
 *
 * The bytes come out of a compiler that ran on somebody's sources, so every read is checked
 * against the end; a file that is cut or odd simply has no main method.
 */
#include "judge/language/classfile.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

#define CLASS_LIMIT ((size_t) 16 * 1024 * 1024)
#define DEPTH_LIMIT 16
#define ACC_PUBLIC 0x0001
#define ACC_STATIC 0x0008

/* A cursor that sticks at a fault: reads give 0 from then on. */
struct cursor {
    const unsigned char *data;
    size_t size;
    size_t at;
    bool bad;
};

static const unsigned char *take(struct cursor *cursor, size_t count)
{
    if (cursor->bad || count > cursor->size - cursor->at) {
        cursor->bad = true;
        return NULL;
    }
    cursor->at += count;
    return cursor->data + cursor->at - count;
}

static unsigned take_u2(struct cursor *cursor)
{
    const unsigned char *p = take(cursor, 2);

    return p ? (unsigned) p[0] << 8 | p[1] : 0;
}

static uint32_t take_u4(struct cursor *cursor)
{
    uint32_t high = take_u2(cursor);

    return high << 16 | take_u2(cursor);
}

/* Sizes of the constants after their tag; 0: no such tag. UTF-8 has its own length. */
static const unsigned char constant_sizes[] = {
    [3] = 4,  [4] = 4,  [5] = 8,  [6] = 8,  [7] = 2,  [8] = 2,  [9] = 4,  [10] = 4,
    [11] = 4, [12] = 4, [15] = 3, [16] = 2, [17] = 4, [18] = 4, [19] = 2, [20] = 2,
};
enum { CONSTANT_UTF8 = 1, CONSTANT_LONG = 5, CONSTANT_DOUBLE = 6, CONSTANT_CLASS = 7 };

struct pool {
    size_t *offsets; /* of the tag of each constant; 0: none */
    unsigned count;
    struct cursor whole;
};

/* Owns pool->offsets: the caller frees it, whatever is returned. */
static int read_pool(struct cursor *cursor, struct pool *pool)
{
    pool->count = take_u2(cursor);
    pool->offsets = calloc(pool->count + 1, sizeof(*pool->offsets));
    pool->whole = *cursor;
    if (!pool->offsets)
        return -ENOMEM;
    for (unsigned i = 1; i < pool->count && !cursor->bad; i++) {
        size_t at = cursor->at;
        const unsigned char *tag = take(cursor, 1);

        if (!tag)
            break;
        pool->offsets[i] = at;
        if (*tag == CONSTANT_UTF8)
            take(cursor, take_u2(cursor));
        else if (*tag < COUNT(constant_sizes) && constant_sizes[*tag])
            take(cursor, constant_sizes[*tag]);
        else
            cursor->bad = true;
        i += *tag == CONSTANT_LONG || *tag == CONSTANT_DOUBLE; /* these fill two places */
    }
    return cursor->bad ? -EINVAL : 0;
}

/* A cursor behind the tag of a constant of the right kind. */
static struct cursor constant_at(const struct pool *pool, unsigned index, unsigned tag)
{
    struct cursor cursor = pool->whole;

    cursor.bad = index == 0 || index >= pool->count || pool->offsets[index] == 0;
    if (cursor.bad)
        return cursor;
    cursor.at = pool->offsets[index];
    const unsigned char *found = take(&cursor, 1);
    cursor.bad |= !found || *found != tag;
    return cursor;
}

static const char *constant_text(const struct pool *pool, unsigned index, size_t *ret_length)
{
    struct cursor cursor = constant_at(pool, index, CONSTANT_UTF8);
    size_t length = take_u2(&cursor);

    *ret_length = length;
    return (const char *) take(&cursor, length);
}

static bool constant_is(const struct pool *pool, unsigned index, const char *text)
{
    size_t length;
    const char *found = constant_text(pool, index, &length);

    return found && length == strlen(text) && memcmp(found, text, length) == 0;
}

/* Goes over fields or methods; whether one of them is main. */
static bool members_have_main(struct cursor *cursor, const struct pool *pool)
{
    bool found = false;

    for (unsigned left = take_u2(cursor); left > 0 && !cursor->bad; left--) {
        unsigned access = take_u2(cursor);
        unsigned name = take_u2(cursor);
        unsigned descriptor = take_u2(cursor);

        for (unsigned attributes = take_u2(cursor); attributes > 0 && !cursor->bad; attributes--) {
            take_u2(cursor);
            take(cursor, take_u4(cursor));
        }
        found |= (access & ACC_PUBLIC) && (access & ACC_STATIC) &&
                 constant_is(pool, name, "main") &&
                 constant_is(pool, descriptor, "([Ljava/lang/String;)V");
    }
    return found && !cursor->bad;
}

/* The name as the java command takes it; it must not look like one of its options. */
static const char *command_name(struct arena *arena, const struct pool *pool, unsigned this_class)
{
    struct cursor class = constant_at(pool, this_class, CONSTANT_CLASS);
    size_t length;
    const char *name = constant_text(pool, take_u2(&class), &length);
    char *text = name && length > 0 && !memchr(name, '\0', length)
                     ? arena_strndup(arena, name, length)
                     : NULL;

    if (!text || text[0] == '-' || text[0] == '@')
        return NULL;
    for (char *slash = strchr(text, '/'); slash; slash = strchr(slash, '/'))
        *slash = '.';
    return text;
}

static void clear_pool(struct pool *pool)
{
    free(pool->offsets);
}

const char *class_with_main(struct arena *arena, const void *data, size_t size)
{
    struct cursor cursor = { .data = data, .size = size };
    CLEANUP(clear_pool) struct pool pool = { 0 };

    if (take_u4(&cursor) != 0xCAFEBABE)
        return NULL;
    take_u4(&cursor); /* versions */
    if (read_pool(&cursor, &pool) < 0)
        return NULL;
    take_u2(&cursor); /* access */
    unsigned this_class = take_u2(&cursor);
    take_u2(&cursor);                             /* super */
    take(&cursor, 2 * (size_t) take_u2(&cursor)); /* interfaces */
    members_have_main(&cursor, &pool);            /* fields */
    return members_have_main(&cursor, &pool) ? command_name(arena, &pool, this_class) : NULL;
}

/* ---- Choosing ------------------------------------------------------------------------------- */

struct choice {
    struct arena *arena;
    const char *wanted;
    word_list usual;
    const char *best;
    size_t best_rank; /* smaller is better */
};

/* Whether a name, with or without its package, is what was asked for. */
static bool is_called(const char *class, const char *name)
{
    const char *dot = strrchr(class, '.');

    return strcmp(class, name) == 0 || strcmp(dot ? dot + 1 : class, name) == 0;
}

static size_t rank_of(const struct choice *choice, const char *class)
{
    size_t rank = 1;

    if (choice->wanted && is_called(class, choice->wanted))
        return 0;
    for (word_list usual = choice->usual; *usual; usual++, rank++)
        if (is_called(class, *usual))
            return rank;
    /* A class of its own rather than one inside another. */
    return strchr(class, '$') ? rank + 1 : rank;
}

static void consider(struct choice *choice, const char *class)
{
    size_t rank = rank_of(choice, class);

    if (!choice->best || rank < choice->best_rank ||
        (rank == choice->best_rank && strcmp(class, choice->best) < 0)) {
        choice->best = class;
        choice->best_rank = rank;
    }
}

/* NOLINTNEXTLINE(misc-no-recursion): at most DEPTH_LIMIT deep */
static int look_through(struct choice *choice, const char *directory, int depth,
                        struct error *error)
{
    const char *const *names;
    size_t count;
    int status = file_list(choice->arena, directory, &names, &count, error);

    for (size_t i = 0; i < count && status == 0; i++) {
        AUTO_FREE char *data = NULL;
        size_t size;
        const char *path = arena_printf(choice->arena, "%s/%s", directory, names[i]);

        if (!path)
            return error_set(error, -ENOMEM, "out of memory");
        if (file_is_directory(path)) {
            if (depth < DEPTH_LIMIT)
                status = look_through(choice, path, depth + 1, error);
        } else if (strcmp(path_ending(path), "class") == 0) {
            status = file_read(path, CLASS_LIMIT, &data, &size, error);
            /* No compiler writes such; it must not become an error of the judge. */
            if (status == -EFBIG || status == -EISDIR) {
                status = 0;
                continue;
            }
            const char *class = status == 0 ? class_with_main(choice->arena, data, size) : NULL;
            if (class)
                consider(choice, class);
        }
    }
    return status;
}

int class_choose(struct arena *arena, const char *directory, const char *wanted, word_list usual,
                 const char **ret, struct error *error)
{
    struct choice choice = { .arena = arena, .wanted = wanted, .usual = usual };
    int status = look_through(&choice, directory, 0, error);

    if (status == 0)
        *ret = choice.best;
    return status;
}
