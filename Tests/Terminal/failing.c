// Loaded before the program by test_failing.py: the Nth call of one kind fails, as on a disk that is full or broken.
//
// FAILING_CALL names the kind, FAILING_AT the call, counted from 1; with 0 none fails. FAILING_COUNT is the file
// that the number of calls is written to at the end. Standard streams are left alone.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *wanted;
static long at;
static atomic_long calls;
static atomic_bool ready;

__attribute__((constructor)) static void begin(void) {
  wanted = getenv("FAILING_CALL");
  const char *number = getenv("FAILING_AT");
  at = number != NULL ? atol(number) : 0;
  ready = wanted != NULL;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAILING_COUNT");
  ready = 0;
  if (path == NULL) return;
  FILE *file = fopen(path, "w");
  if (file == NULL) return;
  fprintf(file, "%ld", atomic_load(&calls));
  fclose(file);
}

static int fails(const char *kind) {
  return ready && strcmp(kind, wanted) == 0 && atomic_fetch_add(&calls, 1) + 1 == at;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAILING(kind, number, result) \
  if (fails(kind)) {                  \
    errno = number;                   \
    return result;                    \
  }

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2) FAILING("write", ENOSPC, -1)
  return NEXT(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  FAILING("write", ENOSPC, -1)
  return NEXT(pwrite)(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  FAILING("write", ENOSPC, -1)
  return NEXT(pwrite64)(file, bytes, count, offset);
}

int ftruncate(int file, off_t size) {
  FAILING("write", ENOSPC, -1)
  return NEXT(ftruncate)(file, size);
}

int ftruncate64(int file, off64_t size) {
  FAILING("write", ENOSPC, -1)
  return NEXT(ftruncate64)(file, size);
}

int fsync(int file) {
  FAILING("sync", EIO, -1)
  return NEXT(fsync)(file);
}

int fdatasync(int file) {
  FAILING("sync", EIO, -1)
  return NEXT(fdatasync)(file);
}

int rename(const char *from, const char *to) {
  FAILING("rename", EIO, -1)
  return NEXT(rename)(from, to);
}

int link(const char *from, const char *to) {
  FAILING("rename", EIO, -1)
  return NEXT(link)(from, to);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  FAILING("rename", EIO, -1)
  return NEXT(linkat)(from_folder, from, to_folder, to, flags);
}

// Two folders change places by this, as docs say of exports; `exchange` is a file system that refuses.
long syscall(long number, ...) {
  va_list more;
  va_start(more, number);
  long a = va_arg(more, long), b = va_arg(more, long), c = va_arg(more, long), d = va_arg(more, long),
       e = va_arg(more, long), f = va_arg(more, long);
  va_end(more);
  if (number == SYS_renameat2) {
    FAILING("rename", EIO, -1)
    FAILING("exchange", EINVAL, -1)
  }
  return NEXT(syscall)(number, a, b, c, d, e, f);
}

int mkdir(const char *path, mode_t mode) {
  FAILING("rename", EIO, -1)
  return NEXT(mkdir)(path, mode);
}

#define OPENING(name)                              \
  int name(const char *path, int flags, ...) {     \
    va_list more;                                  \
    va_start(more, flags);                         \
    mode_t mode = va_arg(more, mode_t);            \
    va_end(more);                                  \
    FAILING("open", EMFILE, -1)                    \
    return NEXT(name)(path, flags, mode);          \
  }

OPENING(open)
OPENING(open64)

int mkstemp(char *path) {
  FAILING("open", EMFILE, -1)
  return NEXT(mkstemp)(path);
}

int mkstemp64(char *path) {
  FAILING("open", EMFILE, -1)
  return NEXT(mkstemp64)(path);
}

// Waiting for a lock is sleeping; microseconds are counted as calls, so that a busy machine does not matter.
int usleep(useconds_t microseconds) {
  if (ready && strcmp("sleep", wanted) == 0) atomic_fetch_add(&calls, microseconds);
  return NEXT(usleep)(microseconds);
}

// dlsym itself allocates.
extern void *__libc_malloc(size_t);
void *malloc(size_t size) {
  if (ready && fails("allocation")) {
    errno = ENOMEM;
    return NULL;
  }
  return __libc_malloc(size);
}
