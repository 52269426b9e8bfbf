#include "CTerminal.h"

#include <stdlib.h>

/// Characters in the order they came.
struct text {
  wchar_t *characters;
  size_t count, capacity;
};

static bool append(struct text *text, wchar_t character) {
  if (text->count + 1 >= text->capacity) {
    size_t capacity = text->capacity == 0 ? 1024 : text->capacity * 2;
    wchar_t *larger = realloc(text->characters, capacity * sizeof *larger);
    if (larger == NULL) return false;
    text->characters = larger;
    text->capacity = capacity;
  }
  text->characters[text->count++] = character;
  text->characters[text->count] = L'\0';
  return true;
}

static bool ends_paste(const struct text *text) {
  static const wchar_t end[] = L"\033[201~";
  size_t length = wcslen(end);
  return text->count >= length
      && wmemcmp(text->characters + text->count - length, end, length) == 0;
}

/// Reads to the mark of the end; false when the input ended or Ctrl-C came before it.
static bool read_paste(EditLine *editor, struct text *text) {
  wchar_t character;
  while (el_wgetc(editor, &character) == 1 && character != 3 && append(text, character))
    if (ends_paste(text)) return true;
  return false;
}

/// Terminals send line ends as they like; other control characters have no business in a question.
static void tidy(struct text *text) {
  size_t kept = 0;
  wchar_t before = 0;
  for (size_t index = 0; index < text->count; index++) {
    wchar_t character = text->characters[index];
    bool ends_same_line = character == L'\n' && before == L'\r';
    before = character;
    if (character == L'\r') character = L'\n';
    bool is_text = character == L'\n' || character == L'\t'
        || (character >= 0x20 && character != 0x7f && !(character >= 0x80 && character < 0xa0));
    if (is_text && !ends_same_line) text->characters[kept++] = character;
  }
  // A copied line brings its end along, where no further line is meant.
  while (kept > 0 && text->characters[kept - 1] == L'\n') kept--;
  text->characters[kept] = L'\0';
  text->count = kept;
}

unsigned char tally_insert_paste(EditLine *editor, int key) {
  struct text text = {0};
  unsigned char answer = CC_REFRESH;
  (void)key;
  if (!read_paste(editor, &text)) answer = CC_ERROR;
  else {
    text.count -= wcslen(L"\033[201~");
    tidy(&text);
    if (text.count > 0 && el_winsertstr(editor, text.characters) == -1) answer = CC_ERROR;
  }
  free(text.characters);
  return answer;
}
