#ifndef CMESSAGEDIGEST_H
#define CMESSAGEDIGEST_H

// SHA-256 of the system's library, which uses the instructions that processors have for it.

#include <stddef.h>

#ifdef __APPLE__
#include <CommonCrypto/CommonDigest.h>
typedef CC_SHA256_CTX tally_sha256;
#else
// The functions of high level look up algorithms by name, and pull in the whole library.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
typedef SHA256_CTX tally_sha256;
#endif

void tally_sha256_begin(tally_sha256 *digest);
void tally_sha256_add(tally_sha256 *digest, const void *bytes, size_t count);
/// Writes 32 bytes.
void tally_sha256_finish(tally_sha256 *digest, unsigned char *bytes);

#endif
