#ifndef ASSAY_REVIEW_README_SECTIONS_H
#define ASSAY_REVIEW_README_SECTIONS_H

/* Which sections a README has: its headings, what they are about, and whether anything stands below
 * them. Filled while the README is read from its beginning. */

#include "judge/review/readme.h"

enum { README_HEADINGS = 500, README_LEVELS = 6 };

struct readme_heading {
    int level, line;
    unsigned sections; /* bits */
    bool content, unfinished;
};

struct readme_outline {
    struct pattern *words[README_SECTIONS];
    struct readme_heading headings[README_HEADINGS];
    size_t heading_count;
    /* By level: 1 + the place of the heading that is open; 0: none. */
    size_t open[README_LEVELS + 1];
};

/* Owns     what it allocates is freed by readme_outline_end(), whatever came of it.
 * Errors   -ENOMEM. */
int readme_outline_begin(struct readme_outline *outline, struct error *error);
void readme_outline_end(struct readme_outline *outline);

/* A heading begins, and closes those of its level and below. False: it is not kept. */
bool readme_open_heading(struct readme_outline *outline, int level, int line, const char *text,
                         size_t size);
/* Whether one of the open headings is about that. */
bool readme_is_within(const struct readme_outline *outline, enum readme_section section);
/* Something stands here: it belongs to every heading that is open. */
void readme_mark_content(struct readme *readme, struct readme_outline *outline, const char *text,
                         size_t size, int line);
/* The first place that is a section is where it begins. */
void readme_give_section(struct readme *readme, enum readme_section section, int line);
/* At the end: headings below which something stands are sections. */
void readme_settle_sections(struct readme *readme, const struct readme_outline *outline);

#endif
