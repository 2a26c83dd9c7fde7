#ifndef ASSAY_REVIEW_ORIGIN_H
#define ASSAY_REVIEW_ORIGIN_H

/*
 * Whether a person wrote a source, as far as its text tells: the one place where that is decided,
 * so that whatever reads a candidate's sources leaves out the same of them. What goes by names of
 * files and folders is mutant.h's.
 */

#include <stdbool.h>
#include <stddef.h>

enum origin {
    ORIGIN_WRITTEN,
    ORIGIN_CLAIMED, /* its head says that a program made it, which anybody can write */
    ORIGIN_PACKED,  /* its lines are longer than anybody writes them */
};

enum origin origin_of(const char *text, size_t size);

/* Whether a source of this origin is left alone: what is packed always, and what only claims to be
 * generated where nothing is `graded`. */
bool origin_is_left_out(enum origin origin, bool graded);

#endif
