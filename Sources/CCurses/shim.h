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

enum {
  curses_bold = A_BOLD,
  curses_dim = A_DIM,
  curses_reverse = (int)A_REVERSE,
  curses_underline = A_UNDERLINE,
};

static inline WINDOW *curses_screen(void) { return stdscr; }
static inline int curses_colors(void) { return COLORS; }

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

// Sends bytes to the terminal as they are.
static inline void curses_send(const char *bytes) {
  fputs(bytes, stdout);
  fflush(stdout);
}

// A descriptor that other threads make readable.
static inline int curses_wake_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }
static inline void curses_wake(int descriptor) { eventfd_write(descriptor, 1); }
static inline void curses_sleep_again(int descriptor) {
  eventfd_t count;
  eventfd_read(descriptor, &count);
}

// Starts colors on the terminal's own background; the number of colors, 0 where there are none.
static inline int curses_start_color(void) {
  if (!has_colors() || start_color() != OK || use_default_colors() != OK) return 0;
  return COLORS;
}

// One cell: a base character with its marks, as UTF-32.
static inline int curses_put(int row, int column, const wchar_t *text, int attributes, short pair) {
  cchar_t cell;
  if (setcchar(&cell, text, (attr_t)attributes, pair, NULL) == ERR) return ERR;
  return mvwadd_wch(stdscr, row, column, &cell);
}

// Columns that the C library gives to a character, which curses counts with.
static inline int curses_columns(wchar_t character) { return wcwidth(character); }

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
