/*
 * class_with_main(): class files out of a compiler that ran on a submission, of any bytes. They are
 * parsed by the judge itself, outside every room.
 *
 * Properties: a name that is given is not empty, is no option of the java command, has no slash,
 * and its text is in the file; a file that lacks its last byte gives the same name or none, and
 * nothing behind the end is looked at.
 */
#include "judge/language/classfile.h"

#include "tests/fuzz/fuzz.h"

static void check_name(const char *name, const uint8_t *data, size_t size)
{
    char *dotted = malloc(size);

    for (size_t i = 0; i < size; i++)
        dotted[i] = data[i] == '/' ? '.' : (char) data[i];
    fuzz_check(name[0] && name[0] != '-' && name[0] != '@' && !strchr(name, '/'));
    fuzz_check(memmem(dotted, size, name, strlen(name)));
    free(dotted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *name = class_with_main(arena, data, size);

    if (name)
        check_name(name, data, size);
    struct fuzz_input shorter = { data, size ? size - 1 : 0 };
    char *copy = malloc(shorter.size ? shorter.size : 1);
    if (shorter.size)
        memcpy(copy, data, shorter.size);
    const char *other = class_with_main(arena, copy, shorter.size);
    fuzz_check(!other || (name && strcmp(name, other) == 0));
    free(copy);
    return 0;
}
