#ifndef CDISK_H
#define CDISK_H

#include <stdint.h>

/// Lets two paths change places at one moment. Answers 0, or -1 with `errno`: EINVAL, ENOSYS or
/// ENOTSUP where the file system or the system does not know how.
int tally_exchange(const char *first, const char *second);

/// Writes some bytes of an open file to the disk and waits for them, where the system lets one
/// choose; elsewhere it does nothing. What a later fsync has to do becomes less.
void tally_write_out(int file, int64_t from, int64_t count);

#endif
