/* What replay_guard is called with. Generated from interview.yaml: do not edit. */
#ifndef SIGNATURE_H
#define SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>


struct replay_guard *replay_guard_new(int window);
bool replay_guard_accept(struct replay_guard *self, int id, int time);
int replay_guard_remembered(struct replay_guard *self, int time);

#endif
