#ifndef TALLY_PREFETCH_H
#define TALLY_PREFETCH_H

/// Begins to bring memory into the cache, of which some bytes will soon be read.
static inline void tally_prefetch(const void *bytes) { __builtin_prefetch(bytes); }

#endif
