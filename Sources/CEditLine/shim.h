// Swift can call neither variadic C functions nor, in Swift 6 mode, touch the mutable globals
// `stdin`, `stdout` and `stderr`. Each wrapper here is one call of libedit with its arguments
// spelled out.

#ifndef CEDITLINE_SHIM_H
#define CEDITLINE_SHIM_H

#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Gives the text of the prompt, in the encoding of the locale.
typedef char *(*editline_prompt_function)(EditLine *);

/// Carries out a key and answers one of the `CC_` codes.
typedef unsigned char (*editline_command)(EditLine *, int);

/// Waits for a character: 1 and the character, 0 at the end of input, -1 with `errno`.
typedef int (*editline_read_function)(EditLine *, wchar_t *);

/// An editor that reads standard input and draws on standard output.
static inline EditLine *editline_on_standard_streams(const char *program) {
  return el_init(program, stdin, stdout, stderr);
}

/// Writes and flushes at once, in order with what libedit itself writes.
static inline void editline_write(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

/// What stands between two `mark` characters in the prompt is sent, but takes no room.
static inline int editline_set_prompt(
    EditLine *editor, editline_prompt_function prompt, char mark) {
  return el_set(editor, EL_PROMPT_ESC, prompt, mark);
}

/// Chooses the keys: `emacs` or `vi`.
static inline int editline_set_keys(EditLine *editor, const char *name) {
  return el_set(editor, EL_EDITOR, name);
}

/// Whether the keys are those of vi, as `bind -v` in `~/.editrc` makes them.
static inline int editline_has_vi_keys(EditLine *editor) {
  const char *name = NULL;
  return el_get(editor, EL_EDITOR, &name) == 0 && name != NULL && strcmp(name, "vi") == 0;
}

/// A pointer that commands find again with `editline_client`.
static inline int editline_set_client(EditLine *editor, void *client) {
  return el_set(editor, EL_CLIENTDATA, client);
}

/// What `editline_set_client` was given.
static inline void *editline_client(EditLine *editor) {
  void *client = NULL;
  el_get(editor, EL_CLIENTDATA, &client);
  return client;
}

/// Makes a command known under a name; the help is what `bind -l` lists.
static inline int editline_add_command(
    EditLine *editor, const char *name, const char *help, editline_command command) {
  return el_set(editor, EL_ADDFN, name, help, command);
}

/// Binds a key, written as in `~/.editrc`, to the name of a command.
static inline int editline_bind(EditLine *editor, const char *key, const char *command) {
  return el_set(editor, EL_BIND, key, command, NULL);
}

/// Replaces the function that waits for characters.
static inline int editline_set_read_function(EditLine *editor, editline_read_function function) {
  return el_set(editor, EL_GETCFN, function);
}

/// Changes a setting of the terminal, such as `-icrnl`, for the time single keys are read.
static inline int editline_set_terminal(EditLine *editor, const char *setting) {
  return el_set(editor, EL_SETTY, "-d", setting, NULL);
}

/// Draws prompt and line anew, taking the terminal's cursor to be where the prompt begins.
static inline int editline_draw(EditLine *editor) { return el_set(editor, EL_REFRESH); }

/// Lets the arrow keys walk through this history.
static inline int editline_set_history(EditLine *editor, History *entries) {
  return el_set(editor, EL_HIST, history, entries);
}

/// Keeps at most this many entries, and none equal to the one before it.
static inline int editline_history_limit(History *entries, int limit) {
  HistEvent event;
  return history(entries, &event, H_SETSIZE, limit) | history(entries, &event, H_SETUNIQUE, 1);
}

/// Adds the newest entry and answers its number, -1 when it could not be added.
static inline int editline_history_enter(History *entries, const char *entry) {
  HistEvent event;
  return history(entries, &event, H_ENTER, entry) < 0 ? -1 : event.num;
}

/// Takes out the entry with this number, if it is still there.
static inline void editline_history_delete(History *entries, int number) {
  HistEvent event;
  // On success the event holds a copy of the entry, which is ours to free.
  if (history(entries, &event, H_DEL, number) == 0) free((void *)event.str);
}

#endif
