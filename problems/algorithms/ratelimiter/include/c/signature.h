/* What rate_limiter is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>


struct rate_limiter *rate_limiter_new(int limit, int window);
bool rate_limiter_allow(struct rate_limiter *self, char *client, int time);
int rate_limiter_remaining(struct rate_limiter *self, char *client, int time);

#endif
