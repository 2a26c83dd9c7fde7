#ifndef ASSAY_BASE_MEMORY_H
#define ASSAY_BASE_MEMORY_H

/*
 * Memory: an arena for what lives as long as its owner (a package, a table, a report), a growing
 * buffer for text under construction, and `cleanup` attributes for short-lived things.
 *
 * Running out of memory is reported: every allocating call returns NULL or -ENOMEM. All destructors
 * accept NULL. memory_fail_after() lets tests fail the n-th allocation that goes through here.
 */

#include <dirent.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Zeroed storage aligned for any type; NULL when memory is out. */
void *arena_alloc(struct arena *arena, size_t size);
/* `count` zeroed elements; NULL on overflow too. */
void *arena_array(struct arena *arena, size_t count, size_t size);
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Growing bytes, always terminated by a NUL that `size` does not count. */
struct buffer {
    char *data;
    size_t size;
    size_t capacity;
};

/* 0 or -ENOMEM; on failure the buffer keeps what it had. */
int buffer_append(struct buffer *buffer, const void *data, size_t size);
int buffer_puts(struct buffer *buffer, const char *text);
int buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_clear(struct buffer *buffer); /* frees, and leaves an empty buffer */

/* Grows *array (elements of `size` bytes, `count` in use, *capacity allocated) to hold one more. */
int array_reserve(void **array, size_t count, size_t *capacity, size_t size);

/* malloc and realloc that tests can make fail. */
void *memory_alloc(size_t size);
void *memory_realloc(void *old, size_t size);
/* The allocation after `count` further ones fails, once; a negative count switches this off.
 * Returns what is left of the count before: negative when the failure has come. */
long memory_fail_after(long count);

static inline void cleanup_free(void *pointer)
{
    free(*(void **) pointer);
}

static inline void cleanup_close(const int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
}

static inline void cleanup_fclose(FILE **file)
{
    if (*file)
        fclose(*file);
}

static inline void cleanup_closedir(DIR **directory)
{
    if (*directory)
        closedir(*directory);
}

static inline void cleanup_arena(struct arena **arena)
{
    arena_free(*arena);
}

#define CLEANUP(function) __attribute__((cleanup(function)))
#define AUTO_FREE CLEANUP(cleanup_free)
#define AUTO_CLOSE CLEANUP(cleanup_close) /* the descriptor starts at -1 */
#define AUTO_FCLOSE CLEANUP(cleanup_fclose)
#define AUTO_CLOSEDIR CLEANUP(cleanup_closedir)
#define AUTO_ARENA CLEANUP(cleanup_arena)
#define AUTO_BUFFER CLEANUP(buffer_clear)

/* Gives up ownership of a descriptor that AUTO_CLOSE would close. */
static inline int steal_fd(int *descriptor)
{
    int value = *descriptor;

    *descriptor = -1;
    return value;
}

/* Gives up ownership of a pointer that AUTO_FREE would free: `return steal(&text);` */
#define steal(pointer)                                                                             \
    ({                                                                                             \
        __typeof__(*(pointer)) steal_value = *(pointer);                                           \
        *(pointer) = NULL;                                                                         \
        steal_value;                                                                               \
    })

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#endif
