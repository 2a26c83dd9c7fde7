#ifndef ASSAY_REVIEW_README_CLAIMS_H
#define ASSAY_REVIEW_README_CLAIMS_H

/* What a README claims to be there: endpoints, variables, ports and links, with their lines. */

#include "judge/review/readme.h"

/* A paragraph, a heading or a row of a table: code in backquotes, cells with "|" before them. */
struct readme_text {
    const char *text;
    size_t size;
    int line;
    bool table, variables; /* it speaks of configuration: names in capitals are variables */
};

/* What a text names. */
int readme_take_text(struct readme *readme, const struct readme_text *text, struct error *error);
/* What commands name: endpoints and variables. */
int readme_take_commands(struct readme *readme, struct error *error);
int readme_add_claim(struct readme *readme, const struct readme_claim *claim, struct error *error);

#endif
