// What a line editor needs of the terminal and must do in C: signal handlers, the wait for keys,
// and wide characters. A process has one terminal and one set of handlers, hence the global state.

#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <histedit.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <wchar.h>

// MARK: Interrupts

/// A function the SIGINT handler calls with its pointer; it must be safe in a signal handler.
struct tally_interrupt_hook {
  void (*run)(void *);
  void *pointer;
};

/// Catches SIGINT and SIGWINCH and SIGCONT; a SIGINT that was ignored at the start stays ignored.
void tally_install_signals(void);

/// Whether there was a SIGINT since the last call.
bool tally_take_interrupt(void);

/// The same as a number, without taking it; in the form in which SQLite asks.
int tally_is_interrupted(void *ignored);

/// From now on, a SIGINT that is not taken within some milliseconds ends the process with status 130
/// after these words on standard error. 0 takes that back.
void tally_end_within(int milliseconds, const char *words);

/// Sets what the SIGINT handler calls, and answers what it called until now.
struct tally_interrupt_hook tally_exchange_interrupt_hook(struct tally_interrupt_hook hook);

// MARK: Reading

/// The mark around those parts of a prompt that take no room on the screen.
#define TALLY_PROMPT_MARK 1

/// Sets the prompt, with its marks, for `tally_prompt` and for finding where things are on the
/// screen.
void tally_set_prompt(const char *prompt);

/// The prompt, as libedit asks for it.
char *tally_prompt(EditLine *editor);

/// Takes keys singly, and catches Ctrl-Z and the deadly signals until `tally_end_reading`, so that
/// the terminal is left whole.
void tally_begin_reading(EditLine *editor, bool bracketed_paste);

/// Undoes `tally_begin_reading`.
void tally_end_reading(void);

/// libedit's read function: waits for a key and sees to resizing, Ctrl-Z and Ctrl-C meanwhile.
int tally_read_character(EditLine *editor, wchar_t *character);

/// The command of Ctrl-C: shows `^C` after the line and gives it up.
unsigned char tally_give_up_line(EditLine *editor, int key);

/// The command of `ESC [ 200 ~`: puts in what was pasted, newlines and all, without running any of
/// it.
unsigned char tally_insert_paste(EditLine *editor, int key);

// MARK: Measures

/// Columns and rows of the terminal; 80 × 24 when it does not say.
struct tally_screen {
  int columns, rows;
};

struct tally_screen tally_screen(void);

/// Whether the screen is one that a line can be edited on: what claims more places has none of them.
bool tally_screen_fits(void);

/// The columns one Unicode scalar takes; 0 for what has no width of its own.
int tally_width(uint32_t scalar);

/// Moves the terminal's cursor from its place in the line to the line's end.
void tally_go_to_end_of_line(EditLine *editor);

// MARK: Pager

/// A program that shows what is written to `input`, a page at a time.
struct tally_pager {
  int input;
  pid_t process;
};

/// Starts a command of the shell as a pager; until it ends, keys that interrupt are its own.
bool tally_start_pager(const char *command, struct tally_pager *pager);

/// Tells the pager that this was all, waits for it to be left, and answers its exit status.
int tally_end_pager(struct tally_pager *pager);

// MARK: Locale

/// Makes the C library read and write UTF-8: the environment's locale if it does, else C.UTF-8.
bool tally_use_utf8(void);

#endif
