// Under a program that takes SQLite from the system: writes each statement, with its values, to the file of STATEMENTS
// when it begins to run.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

int sqlite3_step(sqlite3_stmt *statement) {
  static int (*step)(sqlite3_stmt *);
  static FILE *file;
  if (!step) {
    step = (int (*)(sqlite3_stmt *))dlsym(RTLD_NEXT, "sqlite3_step");
    file = fopen(getenv("STATEMENTS"), "w");
  }
  if (file && !sqlite3_stmt_busy(statement)) {
    char *sql = sqlite3_expanded_sql(statement);
    if (sql) fprintf(file, "%s;\n", sql);
    sqlite3_free(sql);
    fflush(file);
  }
  return step(statement);
}
