#ifndef ASSAY_REVIEW_README_ANCHORS_H
#define ASSAY_REVIEW_README_ANCHORS_H

/* Where links within a README may lead: its headings, as GitHub names them, and names in HTML. */

#include "judge/review/readme.h"

/* Adds the anchor of a heading. Errors   -ENOMEM. */
int readme_add_heading_anchor(struct readme *readme, const char *text, size_t size);
/* Those of id="x" and name="x". Errors   -ENOMEM. */
int readme_add_html_anchors(struct readme *readme, const char *html);

#endif
