#ifndef ASSAY_LANGUAGE_CACHE_H
#define ASSAY_LANGUAGE_CACHE_H

/* Internal: directories of compiled programs, kept by the content that they were made from. */

#include "judge/base/error.h"
#include "judge/base/memory.h"

#include <stdint.h>

/* A directory that is ours while the slot is open: nobody prunes it. */
struct cache_slot {
    char *directory; /* owned */
    int lock_fd;
    bool temporary; /* goes when the slot is closed */
};
#define CACHE_BYTES ((uint64_t) 1024 * 1024 * 1024) /* of all entries */
#define CACHE_SLOT_NONE ((struct cache_slot){ NULL, -1, false })

/* The directory of all entries, made when missing; in `arena`. */
int cache_directory(struct arena *arena, const char **ret, struct error *error);

/* A new private directory, for staging and for what comes out of a compiler. */
int cache_begin(const char *cache, struct cache_slot *ret, struct error *error);
/* The entry of a key: 1 found, 0 not there; a negative errno never matters more than "not there"
 * and is not given. */
int cache_find(const char *cache, const char *key, struct cache_slot *ret);
/* Makes a private directory of `size` bytes the entry of a key. Where another process was first,
 * its entry is taken and ours removed: they are the same. */
int cache_keep(const char *cache, const char *key, uint64_t size, struct cache_slot *slot,
               struct error *error);
/* Ends an entry that is not what it was when it was kept. True: the key is free again; false: the
 * entry stays, since another process uses it. */
bool cache_discard(struct cache_slot *slot);
/* NULL-safe for an empty slot; removes a temporary directory. */
void cache_close(struct cache_slot *slot);

/* Removes the entries used longest ago until `limit_bytes` are left, and what killed processes left
 * behind. Entries in use stay. Does nothing while another process prunes. */
void cache_prune(const char *cache, uint64_t limit_bytes);

#endif
