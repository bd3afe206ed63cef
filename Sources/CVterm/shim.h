#ifndef LINIMASA_CVTERM_SHIM_H
#define LINIMASA_CVTERM_SHIM_H
#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vterm.h>

// Opens a pseudo-terminal and gives its other side's name (at least 128 bytes); 0 on success. Swift's Glibc has no
// posix_openpt.
static inline int vterm_open_terminal(int *descriptor, char *name, int rows, int columns) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  int other = -1;
  if (openpty(descriptor, &other, name, NULL, &size) < 0) return -1;
  fcntl(*descriptor, F_SETFD, FD_CLOEXEC);
  close(other);
  return 0;
}

static inline int vterm_resize_terminal(int descriptor, int rows, int columns) {
  struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0, 0};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}

// A cell's characters (six at most), columns and attributes; bit fields do not import.
static inline int vterm_read_cell(
    VTermScreen *screen, int row, int column, uint32_t *characters, int *width, int *is_bold, int *is_reverse) {
  VTermPos place = {row, column};
  VTermScreenCell cell;
  if (!vterm_screen_get_cell(screen, place, &cell)) return 0;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) characters[i] = cell.chars[i];
  *width = cell.width;
  *is_bold = cell.attrs.bold;
  *is_reverse = cell.attrs.reverse;
  return 1;
}
#endif
