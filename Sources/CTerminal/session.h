// Inside CTerminal: the terminal while a line is read.

#ifndef TALLY_SESSION_H
#define TALLY_SESSION_H

#include "CTerminal.h"

/// Catches Ctrl-Z and the deadly signals, takes keys singly and has pastes bracketed.
void tally_take_terminal(EditLine *editor, bool bracketed_paste);

/// Undoes `tally_take_terminal`; libedit itself restores the modes.
void tally_give_terminal_back(void);

/// Gives the terminal back to the shell until it continues us, then takes it again.
void tally_suspend(EditLine *editor);

/// Takes the terminal again after somebody else may have changed it.
void tally_resume(EditLine *editor);

/// Starts drawing a line that nobody has typed into yet.
void tally_begin_drawing(void);

/// Draws prompt and line where the cursor is, in the width the terminal now has.
void tally_draw(EditLine *editor);

/// To be called before every key: what was deleted since the last drawing is typed when it comes
/// again.
void tally_note_deletions(EditLine *editor);

/// Draws again in place of what a change of the width has left.
void tally_redraw_resized(EditLine *editor);

#endif
