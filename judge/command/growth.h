#ifndef ASSAY_COMMAND_GROWTH_H
#define ASSAY_COMMAND_GROWTH_H

#include "judge/command/command.h"

/* A file that is not there is found before a sandbox is opened or a package read. */
enum command_exit command_check_files(const struct command_input *input);

#endif
