#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H
#include <sqlite3.h>
#include <stddef.h>

/* sqlite3_db_config is variadic, which Swift cannot call: switches one setting off. */
static inline int sqlite3_db_config_off(sqlite3 *database, int setting) {
  return sqlite3_db_config(database, setting, 0, NULL);
}
#endif
