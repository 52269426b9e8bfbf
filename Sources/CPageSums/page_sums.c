#include "CPageSums.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <string.h>

// Four lanes of 64 bits, which every processor that matters adds at once.
typedef uint64_t lanes __attribute__((vector_size(32)));

static uint64_t mixed(uint64_t sum, uint64_t word) {
  sum = (sum ^ word) * 0x9e3779b97f4a7c15u;
  return sum ^ (sum >> 32);
}

uint64_t tally_page_sum(const unsigned char *page, int size, int64_t offset) {
  int end = size - TALLY_SUM_SIZE, place = 0;
  // As Fletcher's: the second sum tells words apart that changed their places.
  lanes first = {0}, second = {0}, words;
  for (; place + (int)sizeof words <= end; place += sizeof words) {
    memcpy(&words, page + place, sizeof words);
    first += words;
    second += first;
  }
  uint64_t sum = mixed((uint64_t)size, (uint64_t)offset), word;
  for (; place < end; place += sizeof word) {
    memcpy(&word, page + place, sizeof word);
    sum = mixed(sum, word);
  }
  for (int lane = 0; lane < 4; lane++) sum = mixed(mixed(sum, first[lane]), second[lane]);
  return sum;
}

// MARK: Reading

/// The functions of a kind of files, and the same with sums.
struct kind {
  sqlite3_io_methods with_sums;
  const sqlite3_io_methods *plain;
};

enum { most_kinds = 8, page_size = TALLY_PAGE_SIZE, header_size = 100 };

static struct kind kinds[most_kinds];
static sqlite3_vfs file_system;
static sqlite3_vfs *usual;
static uint32_t wanted_id;

static int read_page(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
  const struct kind *kind = (const struct kind *)file->pMethods;
  int code = kind->plain->xRead(file, bytes, count, offset);
  if (code != SQLITE_OK || count != page_size || offset % page_size != 0) return code;
  uint64_t sum;
  memcpy(&sum, (unsigned char *)bytes + count - TALLY_SUM_SIZE, sizeof sum);
  return tally_page_sum(bytes, count, offset) == sum ? SQLITE_OK : SQLITE_IOERR_DATA;
}

/// The last bytes of a page are free for its sum, also in the memory of SQLite.
static int write_page(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
  const struct kind *kind = (const struct kind *)file->pMethods;
  if (count == page_size && offset % page_size == 0) {
    uint64_t sum = tally_page_sum(bytes, count, offset);
    memcpy((unsigned char *)bytes + count - TALLY_SUM_SIZE, &sum, sizeof sum);
  }
  return kind->plain->xWrite(file, bytes, count, offset);
}

/// A mapped file would not be read.
static int fetch_nothing(sqlite3_file *file, sqlite3_int64 offset, int count, void **page) {
  (void)file, (void)offset, (void)count;
  *page = NULL;
  return SQLITE_OK;
}

static const sqlite3_io_methods *with_sums(const sqlite3_io_methods *plain) {
  sqlite3_mutex *mutex = sqlite3_mutex_alloc(SQLITE_MUTEX_STATIC_APP1);
  const sqlite3_io_methods *found = NULL;
  sqlite3_mutex_enter(mutex);
  for (int place = 0; place < most_kinds && found == NULL; place++) {
    struct kind *kind = &kinds[place];
    if (kind->plain == NULL) {
      kind->with_sums = *plain;
      kind->with_sums.xRead = read_page;
      kind->with_sums.xWrite = write_page;
      if (plain->iVersion >= 3) kind->with_sums.xFetch = fetch_nothing;
      kind->plain = plain;
    }
    if (kind->plain == plain) found = &kind->with_sums;
  }
  sqlite3_mutex_leave(mutex);
  return found;
}

/// Whether the header tells of sums: https://www.sqlite.org/fileformat2.html#the_database_header
static bool has_sums(const unsigned char *header) {
  uint32_t id = (uint32_t)header[68] << 24 | (uint32_t)header[69] << 16 | (uint32_t)header[70] << 8 | header[71];
  return memcmp(header, "SQLite format 3", 16) == 0 && header[20] == TALLY_SUM_SIZE && id == wanted_id;
}

static int open_file(
    sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *opened) {
  (void)self;
  int code = usual->xOpen(usual, name, file, flags, opened);
  if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_DB)) return code;
  unsigned char header[header_size];
  if (file->pMethods->xRead(file, header, header_size, 0) != SQLITE_OK || !has_sums(header)) return code;
  file->pMethods = with_sums(file->pMethods);
  return file->pMethods != NULL ? SQLITE_OK : SQLITE_ERROR;
}

const char *tally_file_system_with_sums(uint32_t id) {
  if (file_system.zName != NULL) return file_system.zName;
  usual = sqlite3_vfs_find(NULL);
  wanted_id = id;
  file_system = *usual;
  file_system.pNext = NULL;
  file_system.zName = "tally-sums";
  file_system.xOpen = open_file;
  sqlite3_vfs_register(&file_system, 0);
  return file_system.zName;
}
