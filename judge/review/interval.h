#ifndef ASSAY_REVIEW_INTERVAL_H
#define ASSAY_REVIEW_INTERVAL_H

#include <stddef.h>

/* Wilson's score interval for a rate of which `successes` of `trials` were seen, both between 0 and
 * 1; from 0 to 1 where there was no trial. Unlike the usual p ± z·sqrt(p(1-p)/n) it stays within
 * the bounds, and says something at 0 and at all of a few. Units    `z` is the normal
 * quantile: 1.96 for 95 %. Source   Wilson, Probable inference, the law of succession, and
 * statistical inference, JASA 22 (1927), 209-212; NIST/SEMATECH e-Handbook of Statistical
 * Methods, 7.2.4.1.
 */
void interval_wilson(size_t successes, size_t trials, double z, double *ret_low, double *ret_high);

#endif
