// Inside CTerminal: what the handlers leave for the wait for keys.

#ifndef TALLY_SIGNALS_H
#define TALLY_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/// Set by the handlers, cleared by whoever acts on them.
extern volatile sig_atomic_t tally_interrupted, tally_resized, tally_continued, tally_suspended;

/// Readable as soon as a handler ran: `poll` alone would miss a signal just before it.
extern int tally_signal_pipe[2];

/// Wakes the wait for keys; safe in a handler.
void tally_wake(void);

/// Sets a handler, unless the signal is ignored, and keeps what was there in `before`.
bool tally_handle(int signal_number, void (*handler)(int), int flags, struct sigaction *before);

#endif
