#define _GNU_SOURCE
#include "signals.h"
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

volatile sig_atomic_t tally_interrupted, tally_resized, tally_continued, tally_suspended;
int tally_signal_pipe[2] = {-1, -1};

static _Atomic(void (*)(void *)) hook_function;
static _Atomic(void *) hook_pointer;

void tally_wake(void) {
  if (tally_signal_pipe[1] < 0) return;
  ssize_t written = write(tally_signal_pipe[1], "!", 1);
  (void)written;  // A full pipe wakes just as well.
}

// How long an interrupt may stay unnoticed, in milliseconds; 0 for any time.
static volatile sig_atomic_t deadline;
// Whether an interrupt came that the deadline holds for.
static volatile sig_atomic_t is_due;

static void set_timer(int milliseconds) {
  struct itimerval timer = {.it_value = {.tv_usec = milliseconds * 1000}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

static void on_interrupt(int signal_number) {
  int kept = errno;
  (void)signal_number;
  tally_interrupted = 1;
  if (deadline > 0) {
    is_due = 1;
    set_timer(deadline);
  }
  void (*run)(void *) = atomic_load(&hook_function);
  if (run != NULL) run(atomic_load(&hook_pointer));
  tally_wake();
  errno = kept;
}

static char last_words[128];

static void on_deadline(int signal_number) {
  (void)signal_number;
  if (!is_due || deadline == 0) return;
  ssize_t written = write(STDERR_FILENO, last_words, strlen(last_words));
  (void)written;
  _exit(130);
}

void tally_end_within(int milliseconds, const char *words) {
  struct sigaction before;
  deadline = milliseconds;
  is_due = 0;
  if (words == NULL) {
    set_timer(0);
    return;
  }
  strncpy(last_words, words, sizeof last_words - 1);
  tally_handle(SIGALRM, on_deadline, SA_RESTART, &before);
}

static void on_change(int signal_number) {
  int kept = errno;
  if (signal_number == SIGWINCH) tally_resized = 1;
  if (signal_number == SIGCONT) tally_continued = 1;
  tally_wake();
  errno = kept;
}

bool tally_handle(int signal_number, void (*handler)(int), int flags, struct sigaction *before) {
  struct sigaction action;
  if (sigaction(signal_number, NULL, before) != 0 || before->sa_handler == SIG_IGN) return false;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  return sigaction(signal_number, &action, NULL) == 0;
}

static void open_pipe(void) {
  if (pipe(tally_signal_pipe) != 0) return;
  for (int end = 0; end < 2; end++) {
    fcntl(tally_signal_pipe[end], F_SETFD, FD_CLOEXEC);
    fcntl(tally_signal_pipe[end], F_SETFL, O_NONBLOCK);
  }
}

void tally_install_signals(void) {
  struct sigaction before;
  if (tally_signal_pipe[0] >= 0) return;
  open_pipe();
  // SIGINT may break a system call off; a change of the window must not cost a line of output.
  tally_handle(SIGINT, on_interrupt, 0, &before);
  tally_handle(SIGWINCH, on_change, SA_RESTART, &before);
  tally_handle(SIGCONT, on_change, SA_RESTART, &before);
}

bool tally_take_interrupt(void) {
  bool interrupted = tally_interrupted != 0;
  tally_interrupted = 0;
  return interrupted;
}

int tally_is_interrupted(void *ignored) {
  (void)ignored;
  return tally_interrupted != 0;
}

struct tally_interrupt_hook tally_exchange_interrupt_hook(struct tally_interrupt_hook hook) {
  struct tally_interrupt_hook before = {
      .run = atomic_load(&hook_function), .pointer = atomic_load(&hook_pointer)};
  // The handler must never see one hook's function with another's pointer.
  atomic_store(&hook_function, NULL);
  atomic_store(&hook_pointer, hook.pointer);
  atomic_store(&hook_function, hook.run);
  return before;
}
