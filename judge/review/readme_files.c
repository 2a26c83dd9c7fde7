/* Theory of operation: plain searches, one file after another, within what was read (sources.h). */

#include "judge/review/readme_files.h"

#include "judge/review/mutant.h"

#include <ctype.h>
#include <string.h>

bool files_is_word_byte(char byte)
{
    return isalnum((unsigned char) byte) || byte == '_';
}

static bool has_word(const struct source *source, const char *word)
{
    size_t length = strlen(word);
    const char *at = source->text, *end = at + source->size;

    while ((at = memmem(at, (size_t) (end - at), word, length))) {
        if ((at == source->text || !files_is_word_byte(at[-1])) && !files_is_word_byte(at[length]))
            return true;
        at++;
    }
    return false;
}

const struct source *files_find_word(const struct sources *sources, const char *word)
{
    for (size_t i = 0; i < sources->count; i++)
        if (has_word(&sources->items[i], word))
            return &sources->items[i];
    return NULL;
}

const struct source *files_find_text(const struct sources *sources, const char *text, bool tests)
{
    size_t length = strlen(text);

    for (size_t i = 0; i < sources->count; i++) {
        const struct source *source = &sources->items[i];
        if ((tests || !mutant_is_test(source->path)) &&
            memmem(source->text, source->size, text, length))
            return source;
    }
    return NULL;
}

bool files_have_any_case(const struct sources *sources, const char *text)
{
    for (size_t i = 0; i < sources->count; i++)
        if (!mutant_is_test(sources->items[i].path) && strcasestr(sources->items[i].text, text))
            return true;
    return false;
}

bool files_has_word_of_any_case(const struct source *source, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = source->text; (at = strcasestr(at, word)); at++) {
        if ((at == source->text || !files_is_word_byte(at[-1])) && !files_is_word_byte(at[length]))
            return true;
    }
    return false;
}
