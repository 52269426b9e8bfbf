#ifndef CSMALLBLOCKS_H
#define CSMALLBLOCKS_H
#include <sqlite3.h>

/* How SQLite takes its memory in a program of one thread: blocks of a few bytes, of which it needs
   thousands for a question, from pieces of memory that they share. To be given to SQLite before
   anything else is asked of it, and only where no other thread uses it. */
const sqlite3_mem_methods *tally_small_blocks(void);

#endif
