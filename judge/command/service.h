#ifndef ASSAY_COMMAND_SERVICE_H
#define ASSAY_COMMAND_SERVICE_H

/* Finding a service problem, for the commands that work with one. */

#include "judge/command/command.h"
#include "judge/service/service.h"

/* Whether `name` is a service problem; false where nothing of that name is found. */
bool command_service_is(const char *name);
/* Finds and reads it, and prints what is wrong. *ret is the caller's: service_package_free(). */
enum command_exit command_service(const char *name, struct service_package **ret);

#endif
