#define _GNU_SOURCE
#include "layout.h"
#include "session.h"

#include <stdio.h>

static struct tally_drawing drawing;

void tally_begin_drawing(void) {
  drawing = (struct tally_drawing){.columns = tally_screen().columns};
}

void tally_draw(EditLine *editor) {
  const LineInfoW *line = el_wline(editor);
  drawing.columns = tally_screen().columns;
  drawing.length = line->lastchar - line->buffer;
  if (tally_screen_fits()) el_resize(editor);
  el_set(editor, EL_REFRESH);
}

void tally_note_deletions(EditLine *editor) {
  const LineInfoW *line = el_wline(editor);
  long length = line->lastchar - line->buffer;
  if (length < drawing.length) drawing.length = length;
}

// A terminal that wraps rows anew has moved the prompt. It could be asked where to, but one that
// never answers would hang the program; so this is worked out.
void tally_redraw_resized(EditLine *editor) {
  int rows = tally_rows_above_after_resize(editor, drawing);
  if (rows > 0) printf("\033[%dA", rows);
  printf("\r\033[J");
  tally_draw(editor);
}
