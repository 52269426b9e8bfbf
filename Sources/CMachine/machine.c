// Everything here is in the headers, so that it becomes a part of the loops that call it.
#include "cell_ends.h"
#include "free_memory.h"
#include "occurrences.h"
#include "prefetch.h"
