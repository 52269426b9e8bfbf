#include "CMessageDigest.h"

#ifdef __APPLE__

void tally_sha256_begin(tally_sha256 *digest) { CC_SHA256_Init(digest); }

void tally_sha256_add(tally_sha256 *digest, const void *bytes, size_t count) {
  const char *next = bytes;
  while (count > 0) {
    CC_LONG part = count > (1 << 30) ? 1 << 30 : (CC_LONG)count;
    CC_SHA256_Update(digest, next, part);
    next += part;
    count -= part;
  }
}

void tally_sha256_finish(tally_sha256 *digest, unsigned char *bytes) {
  CC_SHA256_Final(bytes, digest);
}

#else

void tally_sha256_begin(tally_sha256 *digest) { SHA256_Init(digest); }

void tally_sha256_add(tally_sha256 *digest, const void *bytes, size_t count) {
  SHA256_Update(digest, bytes, count);
}

void tally_sha256_finish(tally_sha256 *digest, unsigned char *bytes) {
  SHA256_Final(bytes, digest);
}

#endif
