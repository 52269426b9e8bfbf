#ifndef TALLY_FREE_MEMORY_H
#define TALLY_FREE_MEMORY_H

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Gives memory back to the system that was freed, but is kept by the C library for the thread that
/// had it. Does nothing where the library gives it back by itself.
static inline void tally_give_back_free_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

#endif
