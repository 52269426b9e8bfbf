#define _GNU_SOURCE
#include "layout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static char *prompt;

void tally_set_prompt(const char *text) {
  free(prompt);
  prompt = strdup(text);
}

char *tally_prompt(EditLine *editor) {
  static char none[] = "";
  (void)editor;
  return prompt == NULL ? none : prompt;
}

// More columns or rows than any screen has. Libedit takes memory for every place of the screen.
static const unsigned short largest = 1000;

struct tally_screen tally_screen(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
    return (struct tally_screen){.columns = 80, .rows = 24};
  return (struct tally_screen){
      .columns = size.ws_col < largest ? size.ws_col : largest,
      .rows = size.ws_row < largest ? size.ws_row : largest,
  };
}

bool tally_screen_fits(void) {
  struct tally_screen screen = tally_screen();
  return screen.columns < largest && screen.rows < largest;
}

int tally_width(uint32_t scalar) {
  int width = wcwidth((wchar_t)scalar);
  return width < 0 ? 0 : width;
}

int tally_shown_width(wchar_t character) {
  if (character < 0x20 || character == 0x7f) return 2;
  int width = wcwidth(character);
  return width >= 0 ? width : character > 0xffff ? 8 : 7;
}

static void visit_prompt(tally_visitor visitor, void *context) {
  mbstate_t state = {0};
  const char *rest = tally_prompt(NULL);
  bool is_shown = true;
  wchar_t character;
  size_t length;
  while ((length = mbrtowc(&character, rest, MB_CUR_MAX, &state)) != 0 && length <= MB_CUR_MAX) {
    if (character == TALLY_PROMPT_MARK) is_shown = !is_shown;
    else if (is_shown) visitor(context, character);
    rest += length;
  }
}

void tally_visit(EditLine *editor, const wchar_t *end, tally_visitor visitor, void *context) {
  visit_prompt(visitor, context);
  for (const wchar_t *character = el_wline(editor)->buffer; character < end; character++)
    visitor(context, *character);
}

/// A place on its way over the text.
struct walk {
  struct tally_place place;
  int columns;
};

static void step(struct walk *walk, int width) {
  if (walk->place.column + width > walk->columns)
    walk->place = (struct tally_place){.row = walk->place.row + 1};
  walk->place.column += width;
  if (walk->place.column >= walk->columns)
    walk->place = (struct tally_place){.row = walk->place.row + 1};
}

static void pass(void *context, wchar_t character) {
  struct walk *walk = context;
  switch (character) {
  case L'\n':
    walk->place = (struct tally_place){.row = walk->place.row + 1};
    break;
  case L'\t':
    do step(walk, 1);
    while (walk->place.column % 8 != 0);
    break;
  default:
    step(walk, tally_shown_width(character));
  }
}

static struct tally_place place_of(EditLine *editor, const wchar_t *end) {
  struct tally_screen screen = tally_screen();
  struct walk walk = {.columns = screen.columns};
  tally_visit(editor, end, pass, &walk);
  // A line longer than the screen has lost its first rows, and libedit counts from what is left.
  if (walk.place.row >= screen.rows) walk.place.row = screen.rows - 1;
  return walk.place;
}

struct tally_place tally_place_of_cursor(EditLine *editor) {
  return place_of(editor, el_wline(editor)->cursor);
}

struct tally_place tally_place_of_end(EditLine *editor) {
  return place_of(editor, el_wline(editor)->lastchar);
}

void tally_go_to_end_of_line(EditLine *editor) {
  struct tally_place end = tally_place_of_end(editor);
  int down = end.row - tally_place_of_cursor(editor).row;
  if (down > 0) printf("\033[%dB", down);
  printf("\r");
  if (end.column > 0) printf("\033[%dC", end.column);
}
