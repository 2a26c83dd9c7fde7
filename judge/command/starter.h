#ifndef ASSAY_COMMAND_STARTER_H
#define ASSAY_COMMAND_STARTER_H

/* What a candidate's repository for a take-home begins with. */

#include "judge/command/command.h"
#include "judge/service/service.h"

/* Ids of the languages that there is a starter in, NULL-terminated. */
extern const char *const starter_languages[];

/* Writes the starter in `language` (an id) below `directory`, and prints each path. One that is
 * there already stays, and is a failure. */
enum command_exit starter_write(const struct service_package *package, const char *language,
                                const char *directory);

#endif
