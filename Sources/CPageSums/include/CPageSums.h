#ifndef CPAGESUMS_H
#define CPAGESUMS_H

#include <stdint.h>

/// The size of the pages that have sums.
#define TALLY_PAGE_SIZE 4096

/// How many bytes at the end of each page hold its sum; SQLite leaves them alone.
#define TALLY_SUM_SIZE 8

/// The sum of a page that lies at some place of its file. It covers all bytes but its own.
uint64_t tally_page_sum(const unsigned char *page, int size, int64_t offset);

/// Adds a file system to SQLite, and answers its name. It is the usual one, but of a database whose
/// header says that pages have sums, and that is one of this program (`id`), every page is
/// compared with its sum when it is read; one that differs is SQLITE_IOERR_DATA. A page that is
/// written gets its sum.
const char *tally_file_system_with_sums(uint32_t id);

#endif
