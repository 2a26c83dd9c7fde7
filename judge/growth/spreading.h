#ifndef ASSAY_GROWTH_SPREADING_H
#define ASSAY_GROWTH_SPREADING_H

/*
 * Internal: the command line that runs a program under the emulator, on one input or on several in
 * one start of its runtime (plugin/spread.h); and the one that shows what memory it holds without
 * the emulator (held/held.c).
 */

#include "judge/growth/meter.h"

#define SPREADING_DIRECTORY "/assay" /* where rooms show the plugin, and */
#define SPREADING_JVM "/assay-jvm"   /* the class that runs others */
/* What tells what a program holds (held/held.c); a JVM's agent, too (held/jvm.c). */
#define SPREADING_HELD SPREADING_DIRECTORY "/held.so"

/* Whether a program that is started like this takes several inputs a start. */
bool spreading_is_possible(const struct meter *meter, const char *const *command);
/* Inputs that are run before those that count, so that the runtime has all it needs. */
size_t spreading_warm_up(const struct meter *meter);
/* `command` under the emulator, or as it is for the hardware's counter; `inputs`: a letter for each
 * (COUNTS_SPREAD), "" for one that is read as usual. In `arena`; NULL: out of memory. */
const char *const *spreading_arguments(const struct meter *meter, struct arena *arena,
                                       const char *const *command, const char *inputs,
                                       double budget_s);
/* `command`, so that it can be told what of its memory is the program's; likewise. */
const char *const *spreading_held_arguments(const struct meter *meter, struct arena *arena,
                                            const char *const *command);
/* "NAME=value", beside those of the runtime. */
extern const char *const spreading_held[];

#endif
