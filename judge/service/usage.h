#ifndef ASSAY_SERVICE_USAGE_H
#define ASSAY_SERVICE_USAGE_H

/* What a service used, over time: samples at regular moments, thinned when they become many, so
 * that a grading of any length has between USAGE_MOST / 2 and USAGE_MOST of them. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { USAGE_MOST = 600 };

struct usage_sample {
    double at_s;           /* since the first start of the service */
    uint64_t cpu_ns;       /* since its last start */
    uint64_t memory_bytes; /* held just then, files included */
};

struct usage {
    double every_s; /* samples are at least so far apart; 0: a quarter of a second */
    struct usage_sample samples[USAGE_MOST];
    size_t count;
};

/* Whether it is time for another sample. Times do not go back. */
bool usage_is_due(const struct usage *usage, double at_s);
/* Adds one. Of a full series every other sample goes, and those to come are twice as far apart. */
void usage_add(struct usage *usage, const struct usage_sample *sample);

#endif
