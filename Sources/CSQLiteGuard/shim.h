#include <sqlite3.h>

// Forbids SQL to write the schema or shadow tables directly, and the schema to call functions or virtual tables that
// could do harm. Gives an SQLite result code.
static inline int linimasa_guard_connection(sqlite3 *db) {
  int defensive = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  int trusted = sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  return defensive != SQLITE_OK ? defensive : trusted;
}
