#ifndef ASSAY_COMMAND_FUNCTION_H
#define ASSAY_COMMAND_FUNCTION_H

/* What the commands of function mode share. */

#include "judge/command/command.h"
#include "judge/signature/signature.h"

/* The signature of a package; a package without one is a failure that is printed.
 * Owns     *ret is the caller's: signature_free(). */
enum command_exit function_signature(const struct package *package, struct signature **ret);

/* Writes files below a directory, and prints each path. One that is there already stays, and is a
 * failure unless its text is the same or `replace` says otherwise. */
enum command_exit function_write(const char *directory, const struct signature_file *files,
                                 size_t count, bool replace);

/* Writes what the signature of a package gives into it, and prints each file that it changed.
 * `name` is a slug or a path. */
enum command_exit function_generate(const char *name);

#endif
