/* A swarm of phones in one thread (epoll), so that what is measured is the server and not its client.
 *
 *   cc -O2 -o swarm swarm.c
 *
 * Each phone joins by HTTP on a connection kept open, opens a WebSocket (Engine.IO 4, Socket.IO 5 spoken directly) and waits
 * for its snapshot. Orders come on standard input, one a line; each is answered by one line of JSON on standard output:
 *   join DROP SECONDS      everybody comes in at the same instant (of more than AT_ONCE, the others as these are in); with 1 the HTTP connections are dropped afterwards
 *   fan ROUNDS PAUSE       one event to everybody, and again PAUSE ms after the last phone has it
 *   rate PER_S SECONDS     so many events a second to everybody, whatever happens
 *   loop POSTERS SECONDS   each poster posts again as soon as it is answered
 *   burst SECONDS          every phone posts once, at a random moment
 * Times are milliseconds of the monotonic clock, from the first byte sent to the last byte read. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { AT_ONCE = 1000 };                                /* phones on their way in at the same time */
enum { CLOSED, CONNECTING, SHAKING, TALKING };
enum { ASKING = 1, JOINING, POSTING };

typedef struct Phone Phone;
typedef struct { Phone *phone; int fd, is_socket, state, length, room; char *bytes; } Line;
struct Phone { Line http, socket; char token[128]; int frames, connected, snapshot, ready, doing; double since; };

static int port, phones, deflate, tables, ears;
static const char *code, *service, *step, *table_names[4096], *tokens[16];
static int epoll;
static Phone *crowd, leads[16];
static double *times, sent_at[1 << 20];
static long taken, room_for, delivered, answered, refused, broken, ready, frames, bytes_in, events, posts;
static double last_at, deadline;
static int looping, timing;
static char filler[401];

static double now(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }
static double burnt(void) { struct rusage r; getrusage(RUSAGE_SELF, &r); return r.ru_utime.tv_sec + r.ru_stime.tv_sec + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6; }
static int order(const void *a, const void *b) { double x = *(double *)a, y = *(double *)b; return (x > y) - (x < y); }
static double share(double part) { return taken ? times[(long)(part * (taken - 1) + 0.5)] : 0; }
static void note(double ms) {
  if (taken == room_for) times = realloc(times, (room_for = room_for ? room_for * 2 : 65536) * sizeof *times);
  times[taken++] = ms;
}

static void hang_up(Line *line) {
  if (line->state == CLOSED) return;
  close(line->fd); line->state = CLOSED; line->length = 0;
}
static void lose(Line *line, const char *why) {
  if (broken++ < 5) fprintf(stderr, "phone %ld, %s: %s %s\n", (long)(line->phone - crowd), line->is_socket ? "socket" : "http", why, errno ? strerror(errno) : "");
  hang_up(line);
}
static void dial(Line *line) {
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  struct epoll_event want = {.events = EPOLLOUT | EPOLLIN, .data.ptr = line};
  int one = 1;
  inet_pton(AF_INET, "127.0.0.1", &to.sin_addr);
  line->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  setsockopt(line->fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  line->state = CONNECTING; line->length = 0;
  if (connect(line->fd, (struct sockaddr *)&to, sizeof to) < 0 && errno != EINPROGRESS) { perror("connect"); exit(1); }
  epoll_ctl(epoll, EPOLL_CTL_ADD, line->fd, &want);
}
static void put(Line *line, const char *content, int length) {
  if (line->state == CLOSED) return;
  errno = 0;
  if (send(line->fd, content, length, MSG_NOSIGNAL) != length) lose(line, "send");
}
static void say(Phone *phone, const char *text) {
  char frame[4096]; int length = strlen(text), head = length < 126 ? 6 : 8;
  frame[0] = (char)0x81;
  if (length < 126) frame[1] = (char)(0x80 | length);
  else { frame[1] = (char)(0x80 | 126); frame[2] = (char)(length >> 8); frame[3] = (char)length; }
  memset(frame + head - 4, 0, 4);                       /* a mask of zeros: the text goes as it is */
  memcpy(frame + head, text, length);
  put(&phone->socket, frame, head + length);
}
static void ask(Phone *phone, const char *path, const char *format, ...) {
  char body[2048], request[4096]; va_list more; int length;
  va_start(more, format); length = vsnprintf(body, sizeof body, format, more); va_end(more);
  int size = snprintf(request, sizeof request,
    "POST /api/workshops/%s/%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nAccept-Language: fr\r\n%s%s%sContent-Length: %d\r\n\r\n%s",
    code, path, port, *phone->token ? "Authorization: Bearer " : "", phone->token, *phone->token ? "\r\n" : "", length, body);
  phone->since = now();
  put(&phone->http, request, size);
}
static const char *key(void) {
  static char made[33]; static unsigned long count;
  snprintf(made, sizeof made, "%08x%08lx%016lx", (unsigned)getpid(), ++count, (unsigned long)(now() * 1e6));
  return made;
}
static void post(Phone *phone) {
  phone->doing = POSTING; posts++;
  ask(phone, "commands", "{\"key\":\"%s\",\"name\":\"contribution.post\",\"payload\":{\"kind\":\"expectation\",\"text\":\"%.150s (%ld).\",\"step\":\"%s\"}}", key(), filler, posts, step);
}
static void tell_all(void) {                            /* the leads take turns: one alone would wait for each answer */
  Phone *by = &leads[events % ears]; sent_at[events % (1 << 20)] = now();
  by->doing = ASKING;
  ask(by, "commands", "{\"key\":\"%s\",\"name\":\"message.send\",\"payload\":{\"text\":\"#%ld# %.150s\"}}", key(), events, filler);
  events++;
}

static void come_in(Phone *phone) {
  long number = phone - crowd;
  phone->doing = JOINING;
  ask(phone, "participants", "{\"service\":\"%s\",\"table\":\"%s\",\"name\":null,\"key\":\"%s\"}", service, table_names[number % tables], key());
}
static void shake(Line *line) {
  char request[600];
  int size = snprintf(request, sizeof request,
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: http://127.0.0.1:%d\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n%s\r\n",
    port, port, deflate ? "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n" : "");
  line->state = SHAKING;
  put(line, request, size);
}
static void is_ready(Phone *phone, double at) {
  if (phone->ready) return;
  phone->ready = 1;
  if (phone >= crowd && phone < crowd + phones) { ready++; note(at - deadline); last_at = at; }
}
static void answer(Phone *phone, int status, char *body, double at) {
  if (status >= 300) { if (refused++ < 5) fprintf(stderr, "%d: %.200s\n", status, body); phone->doing = 0; return; }
  answered++;
  if (phone->doing == JOINING) {
    char *found = strstr(body, "\"token\":");
    if (!found) { refused++; return; }
    sscanf(found + 8, " \"%127[^\"]", phone->token);
    dial(&phone->socket);
  } else if (phone->doing == POSTING) {
    note(at - phone->since); last_at = at;
    if (looping && at < deadline) { post(phone); return; }
  }
  phone->doing = 0;
}
static void events_in(const char *text, int length, double at) {
  const char *here = text, *end = text + length;
  while ((here = memmem(here, end - here, "\"text\":\"#", 9))) {
    delivered++; last_at = at;
    if (timing) note(at - sent_at[atol(here + 9) % (1 << 20)]);
    here += 9;
  }
}
static void frame(Phone *phone, int kind, int packed, char *text, int length, double at) {
  if (kind == 8) { errno = 0; lose(&phone->socket, "closed by the server"); return; }
  if (kind != 1) return;
  frames++; bytes_in += length; phone->frames++;
  if (packed) {                                         /* never unpacked: with the plain peers a frame is an event */
    if (phone->ready) { if (length <= 6) say(phone, "3"); else { delivered++; last_at = at; } return; }
    if (phone->frames == 1) goto open;
    if (phone->frames == 3) is_ready(phone, at);
    return;
  }
  if (*text == '2') { say(phone, "3"); return; }
  if (*text == '0') open: { char auth[256]; snprintf(auth, sizeof auth, "40{\"token\":\"%s\"}", phone->token); say(phone, auth); return; }
  if (length > 1 && text[0] == '4' && text[1] == '4') { refused++; return; }
  if (length > 1 && text[0] == '4' && text[1] == '0') phone->connected = 1;
  if (!memmem(text, length < 32 ? length : 32, "[\"snapshot\"", 11)) { if (phone->ready) events_in(text, length, at); }
  else phone->snapshot = 1;
  if (phone->connected && phone->snapshot) is_ready(phone, at);
}

static int read_http(Line *line, char *b, int length, double at) {
  char *end = memmem(b, length, "\r\n\r\n", 4), *told; int size;
  if (!end) return 0;
  *end = 0; told = strcasestr(b, "content-length:"); size = told ? atoi(told + 15) : 0; *end = '\r';
  int whole = end + 4 - b + size;
  if (length < whole) return 0;
  char kept = b[whole]; b[whole] = 0;
  answer(line->phone, atoi(b + 9), end + 4, at);
  b[whole] = kept;
  return whole;
}
static int read_frame(Line *line, char *bytes, int length, double at) {
  unsigned char *b = (unsigned char *)bytes; long size; int head = 2;
  if (line->state == SHAKING) {
    char *end = memmem(bytes, length, "\r\n\r\n", 4);
    if (!end) return 0;
    if (memcmp(bytes, "HTTP/1.1 101", 12)) { errno = 0; refused++; lose(line, "no socket"); return 0; }
    line->state = TALKING;
    return end + 4 - bytes;
  }
  if (length < 2) return 0;
  size = b[1] & 127;
  if (size == 126) { if (length < 4) return 0; size = b[2] << 8 | b[3]; head = 4; }
  else if (size == 127) { if (length < 10) return 0; size = 0; for (int i = 2; i < 10; i++) size = size << 8 | b[i]; head = 10; }
  if (length < head + size) return 0;
  frame(line->phone, b[0] & 15, b[0] & 0x40, bytes + head, size, at);
  return head + size;
}
static void readable(Line *line) {
  double at = now();
  for (;;) {
    if (line->room - line->length < 4097) line->bytes = realloc(line->bytes, line->room = line->room ? line->room * 2 : 8192);
    int want = line->room - line->length - 1, got = recv(line->fd, line->bytes + line->length, want, 0), used, gone = 0;
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) { lose(line, got ? "recv" : "hung up by the server"); return; }
    line->length += got;
    do {
      char *here = line->bytes + gone; int left = line->length - gone;
      used = left ? line->is_socket ? read_frame(line, here, left, at) : read_http(line, here, left, at) : 0;
      if (line->state == CLOSED) return;
      gone += used;
    } while (used);
    memmove(line->bytes, line->bytes + gone, line->length -= gone);
    if (got < want) return;
  }
}
static void writable(Line *line) {
  struct epoll_event want = {.events = EPOLLIN, .data.ptr = line}; int error = 0; socklen_t size = sizeof error;
  getsockopt(line->fd, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error) { errno = error; refused++; lose(line, "connect"); return; }
  epoll_ctl(epoll, EPOLL_CTL_MOD, line->fd, &want);
  if (line->is_socket) shake(line);
  else { line->state = TALKING; if (!*line->phone->token) come_in(line->phone); }
}
static void turn(double ms) {
  struct epoll_event some[512]; int count = epoll_wait(epoll, some, 512, ms < 0 ? 0 : ms > 100 ? 100 : (int)ms);
  for (int i = 0; i < count; i++) {
    Line *line = some[i].data.ptr;
    if (line->state == CLOSED) continue;
    if (line->state == CONNECTING) { if (some[i].events & (EPOLLOUT | EPOLLERR)) writable(line); }
    else readable(line);
  }
}

static void begin(void) { taken = delivered = answered = refused = broken = frames = bytes_in = 0; last_at = now(); }
static void tell(const char *order_name, long count, double began, double cpu) {
  qsort(times, taken, sizeof *times, order);
  printf("{\"phase\":\"%s\",\"count\":%ld,\"answered\":%ld,\"delivered\":%ld,\"frames\":%ld,\"bytes\":%ld,\"refused\":%ld,\"lost\":%ld,\"seconds\":%.4f,"
         "\"p50\":%.3f,\"p90\":%.3f,\"p99\":%.3f,\"max\":%.3f,\"client_cpu\":%.3f}\n",
         order_name, count, answered, delivered, frames, bytes_in, refused, broken, (last_at - began) / 1e3, share(.5), share(.9), share(.99), share(1), burnt() - cpu);
  fflush(stdout);
}
static void settle(double ms) { double until = now() + ms; while (now() < until) turn(until - now()); }

static void join(int drop, double patience) {
  double began = now(), cpu = burnt();
  int begun = 0;
  begin(); deadline = began;
  while (ready < phones && now() - began < patience) {
    while (begun < phones && begun - ready - broken < AT_ONCE) dial(&crowd[begun++].http);
    turn(100);
  }
  if (drop) for (int i = 0; i < phones; i++) hang_up(&crowd[i].http);
  tell("join", ready, began, cpu);
}
static void wake(void) {                                /* the leads said nothing while all came in: a server may have hung up */
  for (int i = 0; i < ears; i++) if (leads[i].http.state == CLOSED) dial(&leads[i].http);
  settle(300);
}
static void fan(int rounds, double pause) {
  wake();
  double began = now(), cpu = burnt(), *took = calloc(rounds, sizeof *took); long all = 0; int done = 0;
  begin();
  for (; done < rounds; done++) {
    double sent = now(); delivered = 0; tell_all();
    while (delivered < ready && now() - sent < 20e3) turn(100);
    all += delivered;
    if (delivered < ready) { fprintf(stderr, "round %d: %ld of %ld\n", done, delivered, ready); break; }
    took[done] = last_at - sent;
    settle(pause);
  }
  for (int i = 0; i < done; i++) note(took[i]);
  delivered = all;
  tell("fan", done, began, cpu);
  free(took);
}
static void rate(double per_second, double seconds) {
  wake();
  double began = now(), cpu = burnt(); long total = per_second * seconds, sent = 0;
  begin(); timing = 1;
  while ((sent < total || delivered < total * ready) && now() - began < seconds * 1e3 + 20e3) {
    double due = began + sent * 1e3 / per_second;
    while (sent < total && now() >= due) { tell_all(); sent++; due = began + sent * 1e3 / per_second; }
    turn(sent < total ? due - now() : 100);
  }
  timing = 0;
  tell("rate", sent, began, cpu);
}
static void loop(int posters, double seconds) {
  double began = now(), cpu = burnt(); long before = posts;
  begin(); looping = 1; deadline = began + seconds * 1e3;
  for (int i = 0; i < posters; i++) post(&crowd[i]);
  while (answered + refused < posts - before && now() < deadline + 20e3) turn(100);
  looping = 0;
  tell("loop", posts - before, began, cpu);
  settle(300);
}
static void burst(double seconds) {
  double began = now(), cpu = burnt(), *at = calloc(phones, sizeof *at); long before = posts; int i = 0;
  int *who = malloc(phones * sizeof *who);
  begin(); srand(1);
  for (int n = 0; n < phones; n++) { at[n] = seconds * 1e3 * rand() / RAND_MAX; who[n] = n; }
  for (int n = phones - 1; n > 0; n--) { int other = rand() % (n + 1), kept = who[n]; who[n] = who[other]; who[other] = kept; }
  qsort(at, phones, sizeof *at, order);
  while ((i < phones || answered + refused + broken < posts - before) && now() - began < seconds * 1e3 + 30e3) {
    while (i < phones && now() - began >= at[i]) post(&crowd[who[i++]]);
    turn(i < phones ? began + at[i] - now() : 100);
  }
  tell("burst", posts - before, began, cpu);
  settle(300);
  free(at); free(who);
}

static int listed(char *text, const char **into) { int count = 0; for (char *one = strtok(text, ","); one; one = strtok(NULL, ",")) into[count++] = one; return count; }

int main(int count, char **given) {
  if (count != 9) { fprintf(stderr, "swarm PORT CODE PHONES DEFLATE TABLES SERVICE STEP LEAD_TOKENS\n"); return 2; }
  port = atoi(given[1]); code = given[2]; phones = atoi(given[3]); deflate = atoi(given[4]);
  tables = listed(given[5], table_names); service = given[6]; step = given[7]; ears = listed(given[8], tokens);
  for (int i = 0; i < 400; i++) filler[i] = "Que les services disposent d'un calendrier commun, et qu'un referent soit designe. "[i % 83];
  epoll = epoll_create1(0); crowd = calloc(phones, sizeof *crowd);
  for (int i = 0; i < phones; i++) { crowd[i].http.phone = crowd[i].socket.phone = &crowd[i]; crowd[i].socket.is_socket = 1; }
  for (int i = 0; i < ears; i++) {                      /* the first lead also listens, like a facilitator's board */
    leads[i].http.phone = leads[i].socket.phone = &leads[i]; leads[i].socket.is_socket = 1;
    snprintf(leads[i].token, sizeof leads[i].token, "%s", tokens[i]);
    dial(&leads[i].http);
    if (!i) dial(&leads[i].socket);
  }
  settle(300);
  char line[200], name[20]; double one, two;
  while (fgets(line, sizeof line, stdin)) {
    one = two = 0;
    if (sscanf(line, "%19s %lf %lf", name, &one, &two) < 1) continue;
    if (!strcmp(name, "join")) join(one, two ? two * 1e3 : 60e3);
    else if (!strcmp(name, "fan")) fan(one, two);
    else if (!strcmp(name, "rate")) rate(one, two);
    else if (!strcmp(name, "loop")) loop(one, two);
    else if (!strcmp(name, "burst")) burst(one);
  }
  return 0;
}
