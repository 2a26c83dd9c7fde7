#ifndef ASSAY_LANGUAGE_BINDS_H
#define ASSAY_LANGUAGE_BINDS_H

/* Internal: the binds and links of a room, from the paths that the table names. */

#include "judge/language/row.h"
#include "judge/language/toolchain.h"

struct bind_plan {
    struct arena *arena; /* borrowed; owns what the arrays point to */
    const struct language_table *table;
    struct sandbox_bind *binds;
    size_t bind_count, bind_capacity;
    struct sandbox_link *links;
    size_t link_count, link_capacity;
};

void bind_plan_start(struct bind_plan *plan, struct arena *arena,
                     const struct language_table *table);
void bind_plan_clear(struct bind_plan *plan);

/* Each returns 0 or -ENOMEM. */
/* Paths, patterns and sets as in the table. What is not there is left out. */
int bind_plan_paths(struct bind_plan *plan, word_list paths);
/* A tool's own files: its home, or where that is everybody's the executable alone. */
int bind_plan_tool(struct bind_plan *plan, const struct tool *tool);
int bind_plan_bind(struct bind_plan *plan, const char *source, const char *target);

/* Drops what another bind shows already, and puts the rest into `config`, which borrows it. */
void bind_plan_finish(struct bind_plan *plan, struct sandbox_room_config *config);

#endif
