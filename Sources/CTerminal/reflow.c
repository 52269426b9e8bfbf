#include "layout.h"

/// Rows as they were drawn, and how many they make in the new width.
///
/// Terminals join a row to the next one when it was written to its last column. In drawing a whole
/// line, libedit leaves out the blanks at the end of a row, and such a row stays by itself.
struct reflow {
  int old_columns, new_columns;
  /// The characters still to come that libedit drew at one go.
  long drawn;
  /// Where the next character was drawn, and where the last one that is no blank ended.
  int column, inked;
  /// The columns of the rows before this one that are joined to it.
  int joined;
  /// The new rows of all that comes before those.
  int rows;
};

static void end_row(struct reflow *reflow, bool is_joined) {
  reflow->joined += is_joined ? reflow->old_columns : reflow->inked;
  reflow->column = reflow->inked = 0;
  if (is_joined) return;
  int rows = (reflow->joined + reflow->new_columns - 1) / reflow->new_columns;
  reflow->rows += rows == 0 ? 1 : rows;
  reflow->joined = 0;
}

static void draw(struct reflow *reflow, int width, bool is_blank) {
  if (reflow->column + width > reflow->old_columns) end_row(reflow, false);
  reflow->column += width;
  if (!is_blank) reflow->inked = reflow->column;
  if (reflow->column >= reflow->old_columns)
    end_row(reflow, reflow->drawn <= 0 || reflow->inked == reflow->old_columns);
}

static void pass(void *context, wchar_t character) {
  struct reflow *reflow = context;
  switch (character) {
  case L'\n':
    end_row(reflow, false);
    break;
  case L'\t':
    do draw(reflow, 1, true);
    while (reflow->column % 8 != 0);
    break;
  default:
    draw(reflow, tally_shown_width(character), character == L' ');
  }
  reflow->drawn--;
}

static void count_shown(void *count, wchar_t character) {
  (void)character;
  ++*(long *)count;
}

int tally_rows_above_after_resize(EditLine *editor, struct tally_drawing drawing) {
  struct tally_screen screen = tally_screen();
  long prompt_length = 0;
  tally_visit(editor, el_wline(editor)->buffer, count_shown, &prompt_length);
  struct reflow reflow = {
      .old_columns = drawing.columns,
      .new_columns = screen.columns,
      .drawn = prompt_length + drawing.length,
  };
  tally_visit(editor, el_wline(editor)->cursor, pass, &reflow);
  int rows = reflow.rows + (reflow.joined + reflow.column) / screen.columns;
  return rows < screen.rows ? rows : screen.rows - 1;
}
