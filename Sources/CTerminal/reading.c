#define _GNU_SOURCE
#include "session.h"
#include "signals.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static bool has_sent_interrupt, owes_escape;

void tally_begin_reading(EditLine *editor, bool bracketed_paste) {
  tally_interrupted = tally_suspended = tally_continued = tally_resized = 0;
  has_sent_interrupt = owes_escape = false;
  tally_begin_drawing();
  tally_take_terminal(editor, bracketed_paste);
}

void tally_end_reading(void) { tally_give_terminal_back(); }

static void act_on_signals(EditLine *editor) {
  char drained[64];
  while (tally_signal_pipe[0] >= 0 && read(tally_signal_pipe[0], drained, sizeof drained) > 0) {
  }
  if (tally_suspended) {
    tally_suspended = 0;
    tally_suspend(editor);
  }
  if (tally_continued) {
    tally_continued = 0;
    tally_resume(editor);
  }
  if (tally_resized) {
    tally_resized = 0;
    tally_redraw_resized(editor);
  }
}

static void show_given_up(EditLine *editor) {
  tally_go_to_end_of_line(editor);
  printf("^C\n");
  fflush(stdout);
}

unsigned char tally_give_up_line(EditLine *editor, int key) {
  (void)key;
  tally_interrupted = 1;
  show_given_up(editor);
  return CC_EOF;
}

/// An interrupt arrives as the key Ctrl-C first, which leaves a search in good order; a command
/// that takes that key for text is broken off at the second attempt.
static int deliver_interrupt(EditLine *editor, wchar_t *character) {
  has_sent_interrupt = !has_sent_interrupt;
  if (has_sent_interrupt) {
    *character = 3;
    return 1;
  }
  show_given_up(editor);
  errno = EINTR;
  return -1;
}

/// Waits for a byte; false when an interrupt came instead.
static bool wait_for_byte(EditLine *editor) {
  for (;;) {
    act_on_signals(editor);
    if (tally_interrupted) return false;
    struct pollfd sources[] = {
        {.fd = STDIN_FILENO, .events = POLLIN}, {.fd = tally_signal_pipe[0], .events = POLLIN}};
    int ready = poll(sources, 2, -1);
    if (ready > 0 && sources[1].revents == 0 && sources[0].revents != 0) return true;
    if (ready < 0 && errno != EINTR) return true;
  }
}

/// What is shown for bytes that are no character, so that they are seen and can be deleted.
static wchar_t replacement(void) { return MB_CUR_MAX > 1 ? 0xFFFD : L'?'; }

/// Joins bytes to a character.
static bool completes_character(char byte, mbstate_t *state, wchar_t *character) {
  bool was_inside = !mbsinit(state);
  size_t length = mbrtowc(character, &byte, 1, state);
  if (length == (size_t)-2) return false;
  if (length != (size_t)-1) return true;
  memset(state, 0, sizeof *state);
  if (was_inside) return completes_character(byte, state, character);
  *character = replacement();
  return true;
}

/// Whether the line is showing `bck:` or `fwd:` below itself, while the cursor is at what was
/// found.
static bool is_searching(EditLine *editor) {
  const LineInfoW *line = el_wline(editor);
  const wchar_t *row = line->lastchar;
  while (row > line->buffer && row[-1] != L'\n') row--;
  return line->cursor < row && line->lastchar - row >= 4
      && (wcsncmp(row, L"bck", 3) == 0 || wcsncmp(row, L"fwd", 3) == 0)
      && (row[3] == L':' || row[3] == L'?');
}

/// In a search, Escape ends it and the rest of an arrow key would be typed: the first Escape then
/// goes to the search, and a second one begins the key.
static bool repeats_escape(EditLine *editor, wchar_t character) {
  if (character != 033 || !is_searching(editor)) return false;
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  return poll(&input, 1, 0) == 1;
}

int tally_read_character(EditLine *editor, wchar_t *character) {
  mbstate_t state = {0};
  tally_note_deletions(editor);
  if (owes_escape) {
    owes_escape = false;
    *character = 033;
    return 1;
  }
  for (;;) {
    if (!wait_for_byte(editor)) return deliver_interrupt(editor, character);
    char byte;
    ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count == 0) return 0;
    if (count < 0 && errno != EINTR && errno != EAGAIN) return -1;
    if (count <= 0 || !completes_character(byte, &state, character)) continue;
    owes_escape = repeats_escape(editor, *character);
    return 1;
  }
}
