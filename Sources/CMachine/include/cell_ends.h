#ifndef TALLY_CELL_ENDS_H
#define TALLY_CELL_ENDS_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// How many bytes are looked at together.
#define TALLY_CELL_STEP 32

/// A bit for each of 32 bytes, the first one lowest: whether it is a delimiter, a quote or a
/// control character such as a line break. A cell without quotes ends at one of these, and holds
/// none of them but tabs. Eight bytes together, on every machine
/// that has the lowest byte of a word first.
static inline uint32_t tally_cell_ends_by_words(const uint8_t *bytes, uint8_t delimiter) {
  const uint64_t ones = 0x0101010101010101u, low = 0x7f7f7f7f7f7f7f7fu;
  uint32_t ends = 0;
  for (int word = 0; word < TALLY_CELL_STEP / 8; word++) {
    uint64_t own, marks, differs;
    memcpy(&own, bytes + word * 8, 8);
    // In each byte that equals the one wanted, the highest bit stays clear.
    differs = own ^ ones * delimiter;
    marks = ((differs & low) + low) | differs;
    differs = own ^ ones * '"';
    marks &= ((differs & low) + low) | differs;
    // So it does in each byte below a space.
    marks &= ((own & low) + ones * (0x80 - ' ')) | own;
    marks = ~marks & ~low;
    // Moves bit 8 n of the product's factor to bit 56 + n.
    ends |= (uint32_t)((marks >> 7) * 0x0102040810204080u >> 56) << (word * 8);
  }
  return ends;
}

/// The same in the way that is fastest here. All 32 bytes must be readable.
static inline uint32_t tally_cell_ends(const uint8_t *bytes, uint8_t delimiter) {
#if defined(__SSE2__)
  const __m128i delimiters = _mm_set1_epi8((char)delimiter), quotes = _mm_set1_epi8('"');
  const __m128i controls = _mm_set1_epi8(' ' - 1);
  uint32_t ends = 0;
  for (int half = 0; half < 2; half++) {
    __m128i own = _mm_loadu_si128((const __m128i *)(const void *)(bytes + half * 16));
    __m128i marks = _mm_cmpeq_epi8(own, delimiters);
    marks = _mm_or_si128(marks, _mm_cmpeq_epi8(own, quotes));
    marks = _mm_or_si128(marks, _mm_cmpeq_epi8(_mm_min_epu8(own, controls), own));
    ends |= (uint32_t)_mm_movemask_epi8(marks) << (half * 16);
  }
  return ends;
#else
  return tally_cell_ends_by_words(bytes, delimiter);
#endif
}

#endif
