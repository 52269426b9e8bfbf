#ifndef TALLY_OCCURRENCES_H
#define TALLY_OCCURRENCES_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// How often a byte occurs.
static inline size_t tally_occurrences(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0, place = 0;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8((char)byte), zero = _mm_setzero_si128();
  while (place + 16 <= count) {
    // Each of 16 counts is a byte: after 255 rounds they are added up.
    size_t rounds = (count - place) / 16;
    __m128i counts = zero;
    for (size_t round = rounds < 255 ? rounds : 255; round > 0; round--, place += 16) {
      __m128i own = _mm_loadu_si128((const __m128i *)(const void *)(bytes + place));
      counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(own, wanted));
    }
    counts = _mm_sad_epu8(counts, zero);
    found += (size_t)(_mm_extract_epi16(counts, 0) + _mm_extract_epi16(counts, 4));
  }
#endif
  for (; place < count; place++) found += bytes[place] == byte;
  return found;
}

#endif
