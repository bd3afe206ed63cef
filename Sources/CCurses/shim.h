#ifndef LINIMASA_CCURSES_SHIM_H
#define LINIMASA_CCURSES_SHIM_H
// What Swift cannot import of ncursesw: macros, globals, variadic functions. Before curses.h, since Swift sets none:
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>
#include <wchar.h>

// term.h would define macros named `lines` and `columns`.
int setupterm(const char *, int, int *);
char *tigetstr(const char *);
int tigetflag(const char *);
int tigetnum(const char *);
char *tiparm(const char *, ...);

static inline WINDOW *curses_screen(void) { return stdscr; }

// Whether the locale of the environment writes UTF-8; sets it for the program.
static inline int curses_set_locale(void) {
  if (!setlocale(LC_ALL, "")) return 0;
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// Whether the terminal is known and can put the cursor anywhere: 0 yes, 1 unknown, 2 cannot.
static inline int curses_check(void) {
  int status = 0;
  if (setupterm(NULL, 1, &status) != OK || status != 1) return 1;
  const char *move = tigetstr("cup");
  return move == NULL || move == (char *)-1 ? 2 : 0;
}

// Takes the terminal over and gives the descriptor that keys come from: standard input, or where that is no terminal
// the controlling one; -1 where it cannot. initscr would end the process on an unknown terminal.
static inline int curses_start(void) {
  FILE *in = isatty(0) ? stdin : fopen("/dev/tty", "re");
  if (!in) return -1;
  SCREEN *screen = newterm(NULL, stdout, in);
  if (!screen) return -1;
  set_term(screen);
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  intrflush(stdscr, FALSE);
  set_escdelay(25);
  return fileno(in);
}

// Sends bytes to the terminal as they are. Where it is gone, reading from it tells.
static inline void curses_send(const void *bytes, long count) {
  while (count > 0) {
    ssize_t sent = write(1, bytes, (size_t)count);
    if (sent < 0 && errno == EAGAIN) {
      struct pollfd terminal = {1, POLLOUT, 0};
      poll(&terminal, 1, -1);
    } else if (sent < 0 && errno != EINTR) {
      return;
    } else if (sent > 0) {
      bytes = (const char *)bytes + sent;
      count -= sent;
    }
  }
}

// Whether terminfo has a string for the terminal.
static inline int curses_has_string(const char *name) {
  const char *string = tigetstr(name);
  return string != NULL && string != (char *)-1;
}

// A string of terminfo with its parameters put in; NULL where there is none.
static inline const char *curses_string(const char *name, int first, int second) {
  return curses_has_string(name) ? tiparm(tigetstr(name), first, second) : NULL;
}

// A descriptor that other threads make readable.
static inline int curses_wake_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
static inline void curses_wake(int descriptor) { eventfd_write(descriptor, 1); }
static inline void curses_sleep_again(int descriptor) {
  eventfd_t count;
  eventfd_read(descriptor, &count);
}

// The next key: -1 none; *is_key is 1 for a KEY_ code, 0 for a character.
static inline int curses_key(int *is_key) {
  wint_t key = 0;
  int status = wget_wch(stdscr, &key);
  *is_key = status == KEY_CODE_YES;
  return status == ERR ? -1 : (int)key;
}

static inline int curses_function_key(int number) { return KEY_F(number); }

static inline void curses_use_mouse(int is_used) {
  mousemask(is_used ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
  mouseinterval(0);
}

// What the mouse did: 0 nothing, 1 press, 2 wheel up, 3 wheel down.
static inline int curses_mouse(int *row, int *column) {
  MEVENT event;
  if (getmouse(&event) != OK) return 0;
  *row = event.y;
  *column = event.x;
  if (event.bstate & BUTTON4_PRESSED) return 2;
  if (event.bstate & BUTTON5_PRESSED) return 3;
  return event.bstate & BUTTON1_PRESSED ? 1 : 0;
}

// Rows and columns of the terminal behind a descriptor; 0 on success.
static inline int curses_window_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return -1;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return 0;
}

// The signals that the loop reads from a descriptor. ncurses' own handler loses a resize that comes while drawing.
static inline void curses_signal_set(sigset_t *set) {
  sigemptyset(set);
  sigaddset(set, SIGWINCH);
  sigaddset(set, SIGTERM);
  sigaddset(set, SIGHUP);
  sigaddset(set, SIGINT);
  sigaddset(set, SIGQUIT);
  sigaddset(set, SIGTSTP);
  sigaddset(set, SIGCONT);
}

// Blocks them for this thread and all that it starts, and gives the descriptor.
static inline int curses_signal_descriptor(void) {
  sigset_t set;
  curses_signal_set(&set);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

// The next signal on the descriptor; 0 for none.
static inline int curses_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  return read(descriptor, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

// Stops the process group as the terminal would, and returns when it is continued.
static inline void curses_stop(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  signal(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
}
#endif
