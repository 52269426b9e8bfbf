#define _GNU_SOURCE
#include "CDisk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>

// RENAME_EXCHANGE of linux/fs.h, which the headers of musl do not have; nor does it have renameat2.
static const unsigned int exchange = 1 << 1;

int tally_exchange(const char *first, const char *second) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, exchange);
}

void tally_write_out(int file, int64_t from, int64_t count) {
  unsigned int all = SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;
  sync_file_range(file, from, count, all);
}

#else

int tally_exchange(const char *first, const char *second) {
#ifdef RENAME_SWAP
  return renamex_np(first, second, RENAME_SWAP);
#else
  errno = ENOTSUP;
  return -1;
#endif
}

void tally_write_out(int file, int64_t from, int64_t count) { (void)file, (void)from, (void)count; }

#endif
