#ifndef ASSAY_BASE_FILE_H
#define ASSAY_BASE_FILE_H

/* Files of the judge's own side. Paths here are trusted (the user's, or Assay's cache); whatever
 * comes back from a room goes through sandbox_room_collect() instead. */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whole file, at most `limit` bytes. Owns: *ret_data (NUL added, not counted) is the caller's,
 * free(). Errors: -EFBIG, -EISDIR (not a regular file), others as open(2). */
int file_read(const char *path, size_t limit, char **ret_data, size_t *ret_size,
              struct error *error);
/* Writes by a temporary file beside it and rename(2): readers see the old or the new, never half.
 */
int file_write_atomic(const char *path, const void *data, size_t size, unsigned mode,
                      struct error *error);
/* mkdir -p. */
int file_make_directories(const char *path, unsigned mode, struct error *error);
/* Removes a tree without following symbolic links; a missing one is fine. */
int file_remove_tree(const char *path, struct error *error);
bool file_exists(const char *path);
bool file_is_directory(const char *path);
/* Names in a directory, sorted by strcmp, without "." and ".."; NULL-terminated, in `arena`. */
int file_list(struct arena *arena, const char *path, const char *const **ret_names,
              size_t *ret_count, struct error *error);
/* The last component, and the ending after the last dot of it ("" when none, no dot). */
const char *path_base(const char *path);
const char *path_ending(const char *path);
/* $XDG_CACHE_HOME/assay or ~/.cache/assay, made when missing; in `arena`. */
int path_cache_directory(struct arena *arena, const char **ret_path, struct error *error);

/* SHA-256 (FIPS 180-4, by nettle), for the keys of the cache. */
struct digest_state;
struct digest_state *digest_new(void);
void digest_add(struct digest_state *state, const void *data, size_t size);
/* Ends and frees `state`; writes 64 hex digits and a NUL. */
void digest_finish(struct digest_state *state, char hex[65]);

#endif
