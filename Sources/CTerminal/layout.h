// Inside CTerminal: where prompt and line are on the screen. libedit knows, but does not tell.

#ifndef TALLY_LAYOUT_H
#define TALLY_LAYOUT_H

#include "CTerminal.h"

/// Counted from where the prompt begins.
struct tally_place {
  int row, column;
};

struct tally_place tally_place_of_cursor(EditLine *editor);
struct tally_place tally_place_of_end(EditLine *editor);

/// What is known of how the rows on the screen came about.
struct tally_drawing {
  /// How wide the terminal was.
  int columns;
  /// So many characters of the line libedit drew at one go; the others were typed.
  long length;
};

/// The rows above the cursor after the terminal has wrapped its rows anew.
int tally_rows_above_after_resize(EditLine *editor, struct tally_drawing drawing);

/// Is shown every character of the prompt and then of the line, up to a place in it.
typedef void (*tally_visitor)(void *context, wchar_t character);

void tally_visit(EditLine *editor, const wchar_t *end, tally_visitor visitor, void *context);

/// The columns libedit takes for a character: `^A` for a control, `\U+200B` for what cannot be
/// printed.
int tally_shown_width(wchar_t character);

#endif
