#ifndef ASSAY_LANGUAGE_TOOLCHAIN_H
#define ASSAY_LANGUAGE_TOOLCHAIN_H

/* Internal: programs of this host that the table asks for. */

#include "judge/language/row.h"

/* A tool as it was found. Text lives in the arena that tool_find() was given. */
struct tool {
    const struct tool_row *row;
    bool available;
    const char *command; /* the executable itself, no proxy */
    const char *home;    /* the directory above the one that holds it */
    const char *version; /* first line of its answer */
    const char *missing; /* why it is not available; NULL when it is */
    const char *remedy;  /* what else than installing its package would help; NULL: nothing */
    int fault;           /* negative errno: it is the host or the sandbox that failed; else 0 */
};

/* Looks for a tool and tries the candidates in the sandbox.
 * Errors   -ENOMEM; a tool that is not there is a result. */
int tool_find(struct arena *arena, const struct language_table *table, struct sandbox *sandbox,
              const struct tool_row *row, struct tool *ret, struct error *error);

/* Whether all of `home` is the tool's own, so that it may be shown: not /usr, where everybody
 * lives, and nothing that holds somebody's home. */
bool tool_owns_home(const struct tool *tool);

/* ---- toolchain_host.c: the side of the host ------------------------------------------------- */

/* Runs a program of the host that the user has on the PATH, in /, and gives the first line of its
 * stdout. Errors: -EIO it failed, said nothing or took over ten seconds. */
int host_ask(struct arena *arena, const char *command, word_list arguments, const char **ret_line);

/* A candidate whose proxy, if it is one, has been asked: fills command and home. -ENOENT when it
 * leads nowhere; -ENOMEM, -EAGAIN, -EMFILE, -ENFILE the host is short of something. */
int candidate_resolve(struct arena *arena, const struct tool_row *row, const char *path,
                      struct tool *ret);

/* ---- toolchain_memo.c: what is remembered --------------------------------------------------- */

/* The place for the answer of one candidate: it depends on the row, the path and the file's
 * identity, so that a changed file is asked again. */
int memo_path(struct arena *arena, const struct tool_row *row, const char *candidate,
              const char **ret_path);
/* Whether a fresh answer was there; fills all but row. */
bool memo_load(struct arena *arena, const char *path, struct tool *ret);
void memo_store(const char *path, const struct tool *tool);

#endif
