#define _GNU_SOURCE
#include "session.h"
#include "layout.h"
#include "signals.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

/// Those that end the program: the terminal must be given back before they do.
static const int deadly[] = {SIGHUP, SIGQUIT, SIGTERM};
enum { deadly_count = sizeof deadly / sizeof *deadly };

static struct sigaction before_deadly[deadly_count], before_suspension;
static bool catches_deadly[deadly_count], catches_suspension;
static struct termios calm_terminal;
static bool has_calm_terminal, has_bracketed_paste;

static void send(const char *text) {
  ssize_t written = write(STDOUT_FILENO, text, strlen(text));
  (void)written;  // A terminal that is gone will say so at the next read.
}

static void on_suspension(int signal_number) {
  int kept = errno;
  (void)signal_number;
  tally_suspended = 1;
  tally_wake();
  errno = kept;
}

static void on_deadly(int signal_number) {
  if (has_calm_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &calm_terminal);
  if (has_bracketed_paste) send(PASTE_OFF);
  send("\n");
  // SA_RESETHAND has put the default back; the signal is delivered when this handler returns.
  raise(signal_number);
}

void tally_take_terminal(EditLine *editor, bool bracketed_paste) {
  has_bracketed_paste = bracketed_paste;
  has_calm_terminal = tcgetattr(STDIN_FILENO, &calm_terminal) == 0;
  for (int index = 0; index < deadly_count; index++)
    catches_deadly[index] =
        tally_handle(deadly[index], on_deadly, (int)SA_RESETHAND, &before_deadly[index]);
  catches_suspension = tally_handle(SIGTSTP, on_suspension, SA_RESTART, &before_suspension);
  // libedit does so only after it has shown the prompt: a Ctrl-D in between would be lost.
  el_set(editor, EL_PREP_TERM, 1);
  if (bracketed_paste) send(PASTE_ON);
}

void tally_give_terminal_back(void) {
  if (has_bracketed_paste) send(PASTE_OFF);
  if (catches_suspension) sigaction(SIGTSTP, &before_suspension, NULL);
  for (int index = 0; index < deadly_count; index++)
    if (catches_deadly[index]) sigaction(deadly[index], &before_deadly[index], NULL);
}

void tally_resume(EditLine *editor) {
  el_set(editor, EL_PREP_TERM, 0);
  el_set(editor, EL_PREP_TERM, 1);
  if (has_bracketed_paste) send(PASTE_ON);
  tally_draw(editor);  // Below what the shell wrote.
}

void tally_suspend(EditLine *editor) {
  tally_go_to_end_of_line(editor);
  fflush(stdout);
  if (has_bracketed_paste) send(PASTE_OFF);
  el_set(editor, EL_PREP_TERM, 0);
  struct sigaction ours;
  sigaction(SIGTSTP, &before_suspension, &ours);
  raise(SIGTSTP);  // Stops here until the shell continues us.
  sigaction(SIGTSTP, &ours, NULL);
  tally_continued = 0;
  tally_resume(editor);
}
