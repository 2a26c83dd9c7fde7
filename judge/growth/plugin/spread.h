#ifndef ASSAY_GROWTH_PLUGIN_SPREAD_H
#define ASSAY_GROWTH_PLUGIN_SPREAD_H

/*
 * Several inputs in one start of a runtime, each with a page of counts of its own. Either each is
 * run by a child of the process, which is born in the middle of a system call: the program does not
 * know. Or, where the runtime has threads that a child would not have, by the same process, one
 * after the other.
 *
 * Inputs of a family are ascending in size. One that would take more than what is left of the
 * budget, by how those before it rose, is not begun; nor are those behind
 * it, where it is of the first family.
 */

#include "judge/growth/plugin/counts.h"

#include <stdbool.h>
#include <stdint.h>

/* `all_pages`: the program's own, which is counted on, and those of the inputs. */
void spread_begin(struct counts *all_pages, const char *letters, double all_s);
/* Births a child for each input, of this thread of the program. Returns in the children alone: the
 * program ends when they have. */
void spread_children(void);
/* Keeps what was counted and begins anew. Returns where there is another input, which is what the
 * program reads from now on. */
void spread_next(void);
/* Ends the process, or the child, which ran its input well or not. */
_Noreturn void spread_end(bool well);

#endif
