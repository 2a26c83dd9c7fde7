/*
 * The arena is a list of blocks that only grows; nothing in it is freed singly. Big requests get a
 * block of their own, so that a large text does not waste the tail of the current block.
 */
#include "judge/base/memory.h"

#include <errno.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

#define BLOCK_BYTES ((size_t) 16 * 1024)
#define ALIGNMENT _Alignof(max_align_t)

struct block {
    struct block *next;
    size_t used;
    size_t size;
    _Alignas(max_align_t) unsigned char data[];
};

struct arena {
    struct block *blocks; /* the first is the one that still has room */
};

static atomic_long allocations_until_failure = -1;

long memory_fail_after(long count)
{
    return atomic_exchange(&allocations_until_failure, count);
}

static bool must_fail(void)
{
    long left = atomic_load(&allocations_until_failure);

    if (left < 0)
        return false;
    return atomic_fetch_sub(&allocations_until_failure, 1) == 0;
}

void *memory_alloc(size_t size)
{
    return must_fail() ? NULL : malloc(size);
}

void *memory_realloc(void *old, size_t size)
{
    return must_fail() ? NULL : realloc(old, size);
}

struct arena *arena_new(void)
{
    struct arena *arena = memory_alloc(sizeof(*arena));

    if (arena)
        arena->blocks = NULL;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    while (arena->blocks) {
        struct block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    free(arena);
}

static struct block *add_block(struct arena *arena, size_t size)
{
    size_t total;

    if (__builtin_add_overflow(sizeof(struct block), size, &total))
        return NULL;
    struct block *block = memory_alloc(total);
    if (!block)
        return NULL;
    block->used = 0;
    block->size = size;
    /* A block made for one big request goes behind the first, which may still have room. */
    if (arena->blocks && size > BLOCK_BYTES) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size_t rounded;

    if (__builtin_add_overflow(size, ALIGNMENT - 1, &rounded))
        return NULL;
    rounded &= ~(ALIGNMENT - 1);
    struct block *block = arena->blocks;
    if (!block || block->size - block->used < rounded) {
        block = add_block(arena, rounded > BLOCK_BYTES ? rounded : BLOCK_BYTES);
        if (!block)
            return NULL;
    }
    void *result = block->data + block->used;
    block->used += rounded;
    return memset(result, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t total;

    if (__builtin_mul_overflow(count, size, &total))
        return NULL;
    return arena_alloc(arena, total);
}

/* gcc's analyser loses a block that hangs behind the first one, and takes the copy for leaked. */
#ifndef __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif
char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        return NULL;
    char *copy = arena_alloc(arena, length + 1);
    return copy ? memcpy(copy, text, length) : NULL;
}
#ifndef __clang__
#pragma GCC diagnostic pop
#endif

char *arena_strdup(struct arena *arena, const char *text)
{
    return arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        return NULL;
    char *text = arena_alloc(arena, (size_t) length + 1);
    if (!text)
        return NULL;
    va_start(arguments, format);
    vsnprintf(text, (size_t) length + 1, format, arguments);
    va_end(arguments);
    return text;
}

static int buffer_reserve(struct buffer *buffer, size_t more)
{
    size_t needed;

    if (__builtin_add_overflow(buffer->size, more, &needed) ||
        __builtin_add_overflow(needed, 1, &needed))
        return -ENOMEM;
    if (needed <= buffer->capacity)
        return 0;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < needed) {
        if (__builtin_mul_overflow(capacity, 2, &capacity))
            return -ENOMEM;
    }
    char *data = memory_realloc(buffer->data, capacity);
    if (!data)
        return -ENOMEM;
    buffer->data = data;
    buffer->capacity = capacity;
    return 0;
}

int buffer_append(struct buffer *buffer, const void *data, size_t size)
{
    int status = buffer_reserve(buffer, size);

    if (status < 0)
        return status;
    if (size)
        memcpy(buffer->data + buffer->size, data, size);
    buffer->size += size;
    buffer->data[buffer->size] = '\0';
    return 0;
}

int buffer_puts(struct buffer *buffer, const char *text)
{
    return buffer_append(buffer, text, strlen(text));
}

int buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        return -EINVAL;
    int status = buffer_reserve(buffer, (size_t) length);
    if (status < 0)
        return status;
    va_start(arguments, format);
    vsnprintf(buffer->data + buffer->size, (size_t) length + 1, format, arguments);
    va_end(arguments);
    buffer->size += (size_t) length;
    return 0;
}

void buffer_clear(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){ 0 };
}

int array_reserve(void **array, size_t count, size_t *capacity, size_t size)
{
    size_t wanted, total;

    if (count < *capacity)
        return 0;
    if (__builtin_mul_overflow(*capacity ? *capacity : 4, 2, &wanted) ||
        __builtin_mul_overflow(wanted, size, &total))
        return -ENOMEM;
    void *grown = memory_realloc(*array, total);
    if (!grown)
        return -ENOMEM;
    *array = grown;
    *capacity = wanted;
    return 0;
}
