#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H
#include <sqlite3.h>
#include <stddef.h>

/* sqlite3_db_config is variadic, which Swift cannot call: switches one setting off. */
static inline int sqlite3_db_config_off(sqlite3 *database, int setting) {
  return sqlite3_db_config(database, setting, 0, NULL);
}
/* sqlite3_config is variadic too. This program has one thread and asks for no statistics of memory:
   without mutexes and counters SQLite does less. To be called before anything else of SQLite. */
static inline void sqlite3_config_one_thread(const sqlite3_mem_methods *memory) {
  sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_MALLOC, memory);
}
#endif
