#include "CSmallBlocks.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Each block is preceded by its size. Small ones are rounded up to a multiple of `grain`, cut one
   after the other from pieces that are never given back, and kept for the next one of their size
   once they are freed. Large ones come from the system. */
enum { grain = 16, most = 1024, piece = 32768, header = 8 };

typedef struct free_block {
  struct free_block *next;
} free_block;

static free_block *kept[most / grain + 1];
static char *cut, *end;

static int rounded(int count) { return (count + grain - 1) & ~(grain - 1); }

static uint64_t *header_of(void *block) { return (uint64_t *)((char *)block - header); }

static int size_of(void *block) { return block ? (int)*header_of(block) : 0; }

static void *marked(char *start, int count) {
  if (!start) return NULL;
  *(uint64_t *)start = (uint64_t)count;
  return start + header;
}

static void *take(int count) {
  count = rounded(count);
  if (count > most) return marked(malloc((size_t)count + header), count);
  free_block *block = kept[count / grain];
  if (block) {
    kept[count / grain] = block->next;
    return block;
  }
  if (end - cut < count + header) {
    char *new = malloc(piece);
    if (!new) return NULL;
    cut = new;
    end = new + piece;
  }
  char *start = cut;
  cut += count + header;
  return marked(start, count);
}

static void give_back(void *block) {
  if (!block) return;
  int count = size_of(block);
  if (count > most) {
    free(header_of(block));
    return;
  }
  free_block *own = block;
  own->next = kept[count / grain];
  kept[count / grain] = own;
}

static void *resize(void *block, int count) {
  count = rounded(count);
  int old = size_of(block);
  if (count == old) return block;
  if (old > most && count > most) {
    return marked(realloc(header_of(block), (size_t)count + header), count);
  }
  void *new = take(count);
  if (!new) return NULL;
  memcpy(new, block, (size_t)(old < count ? old : count));
  give_back(block);
  return new;
}

static int begin(void *unused) {
  (void)unused;
  return SQLITE_OK;
}

static void finish(void *unused) { (void)unused; }

const sqlite3_mem_methods *tally_small_blocks(void) {
  static const sqlite3_mem_methods methods = {
      take, give_back, resize, size_of, rounded, begin, finish, NULL,
  };
  return &methods;
}
