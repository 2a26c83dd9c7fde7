#ifndef ASSAY_LANGUAGE_STAGE_H
#define ASSAY_LANGUAGE_STAGE_H

/* Internal: the sources of one program on their way into a room. */

#include "judge/language/row.h"

struct source {
    const char *name; /* in the room, below the sources */
    char *data;       /* owned by the stage */
    size_t size;
    bool code; /* of the language, not a companion */
};

struct stage {
    struct arena *arena; /* borrowed */
    const struct language_row *row;
    struct source *sources;
    size_t count;
    const char *renamed_from, *renamed_to; /* the lone source had to be called otherwise */
    word_list files;                       /* names of the code */
    const char *main;                      /* name of the main file; NULL where none is needed */
};

/* Reads the files of a request, names them, finds the main file.
 * Owns     stage_clear().
 * Errors   -EINVAL no files, or two of one name; -EFBIG; those of open(2). */
int stage_read(struct arena *arena, const struct compile_request *request, struct stage *ret,
               struct error *error);
void stage_clear(struct stage *stage);

/* Copies into `directory`/src, and each include directory into `directory`/include/N, all of it
 * readable by everybody; whatever is written goes into `digest` too. */
struct digest_state;
int stage_write(const struct stage *stage, word_list include_directories, const char *directory,
                struct digest_state *digest, struct error *error);

/* Writes a file that everybody may read (and execute), whatever the umask says. Directories of
 * `name` below `directory` are made. */
int stage_put(const char *directory, const char *name, const void *data, size_t size,
              bool executable, struct error *error);

/* detect.c: source text with comments and strings blanked out and nothing but ASCII in it; the
 * caller frees. NULL when memory is out. */
char *code_only(const char *text, size_t size);

#endif
