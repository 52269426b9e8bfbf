#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/// Those that a pager answers itself, and the one that a pager which was left sends us.
static const int ignored[] = {SIGINT, SIGQUIT, SIGPIPE};
enum { ignored_count = sizeof ignored / sizeof *ignored };
static struct sigaction before_pager[ignored_count];

static void ignore_signals(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_IGN;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < ignored_count; index++)
    sigaction(ignored[index], &action, &before_pager[index]);
}

static void heed_signals(void) {
  for (int index = 0; index < ignored_count; index++)
    sigaction(ignored[index], &before_pager[index], NULL);
}

static int spawn(const char *command, int input, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t defaults;
  sigemptyset(&defaults);
  for (int index = 0; index < ignored_count; index++) sigaddset(&defaults, ignored[index]);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  char *arguments[] = {"sh", "-c", (char *)command, NULL};
  int error = posix_spawn(process, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

bool tally_start_pager(const char *command, struct tally_pager *pager) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  for (int end = 0; end < 2; end++) fcntl(ends[end], F_SETFD, FD_CLOEXEC);
  // Colors shown as such, nothing asked of a text that fits, and the text left on the screen.
  setenv("LESS", "FRXd", 0);
  ignore_signals();
  bool started = spawn(command, ends[0], &pager->process) == 0;
  close(ends[0]);
  pager->input = ends[1];
  if (!started) {
    close(ends[1]);
    heed_signals();
  }
  return started;
}

int tally_end_pager(struct tally_pager *pager) {
  int status = 0;
  close(pager->input);
  while (waitpid(pager->process, &status, 0) < 0)
    if (errno != EINTR) break;
  heed_signals();
  // A pager that a signal ended was left on purpose.
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}
