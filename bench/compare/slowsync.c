/* Preloaded into a server, makes the disk slower: each fsync and fdatasync takes SLOWSYNC_US microseconds more.
 *
 *   cc -O2 -shared -fPIC -o slowsync.so slowsync.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static void wait_more(void) {
  static int more = -1;
  if (more < 0) { const char *told = getenv("SLOWSYNC_US"); more = told ? atoi(told) : 0; }
  usleep(more);
}
int fsync(int file) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  wait_more();
  return real(file);
}
int fdatasync(int file) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  wait_more();
  return real(file);
}
