/*
 * What the judge reads of a submission's sources itself: their names and their text.
 * Input: a file name, 0xff, a source text.
 *
 * Properties: a safe name is a relative path of plain characters, none of whose components is empty
 * or begins with a dot or dash, and making it safe once more changes nothing; code without comments
 * and literals is as long as the text, of ASCII without NUL, and has the same line ends; what is
 * left of it was there.
 */
#include "judge/language/stage.h"

#include "tests/fuzz/fuzz.h"

static void check_name(const char *name)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *safe = language_safe_name(arena, name);

    fuzz_check(safe && *safe && strlen(safe) <= strlen(name) + strlen("file"));
    for (const char *at = safe; *at; at++) {
        bool first = at == safe || at[-1] == '/';
        fuzz_check((*at >= '0' && *at <= '9') || (*at >= 'A' && *at <= 'Z') ||
                   (*at >= 'a' && *at <= 'z') || strchr("._+-/", *at));
        fuzz_check(!first || (*at != '.' && *at != '-' && *at != '/'));
    }
    fuzz_check(safe[strlen(safe) - 1] != '/');
    fuzz_check(strcmp(language_safe_name(arena, safe), safe) == 0);
}

static void check_code(const char *text, size_t size)
{
    AUTO_FREE char *code = code_only(text, size);

    fuzz_check(code && strlen(code) == size);
    for (size_t i = 0; i < size; i++) {
        fuzz_check((unsigned char) code[i] < 0x80);
        fuzz_check((code[i] == '\n') == (text[i] == '\n'));
        fuzz_check(code[i] == text[i] || code[i] == ' ');
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    char *name = fuzz_text(fuzz_part(&input));

    check_name(name);
    check_code((const char *) input.data, input.size);
    free(name);
    return 0;
}
