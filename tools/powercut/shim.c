// SPDX-License-Identifier: Apache-2.0
// Recorder for power-cut replay, loaded with LD_PRELOAD into an unchanged server. Every change to a file under $PC_DIR (write,
// truncate, create, rename, unlink, fsync) and the beginning of everything sent on a socket goes to $PC_LOG, in one order.
//   cc -shared -fPIC -O2 -o shim.so shim.c -ldl -lpthread
// A record: u8 operation, u16 path length, u64 number, u32 data length, path, data (little-endian). Operations:
//   W write at offset `number`       T truncated to `number`        C opened, and it was not there before
//   R renamed, data = the new path   U unlinked                     S sent on a socket (path = socket, data = first bytes)
//   F fsync returned 0; `number` = how many records stood in the log when it was called: only those are surely on disk
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { SENT = 16384 };  // how much of one answer is kept: enough for headers and a receipt

static int out = -1;
static char dir[PATH_MAX];
static size_t dir_length;
static uint64_t records;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

#define REAL(result, name, arguments) static result(*real_##name) arguments
REAL(ssize_t, write, (int, const void *, size_t));
REAL(ssize_t, pwrite64, (int, const void *, size_t, off64_t));
REAL(ssize_t, writev, (int, const struct iovec *, int));
REAL(ssize_t, pwritev64, (int, const struct iovec *, int, off64_t));
REAL(ssize_t, send, (int, const void *, size_t, int));
REAL(ssize_t, sendto, (int, const void *, size_t, int, const struct sockaddr *, socklen_t));
REAL(ssize_t, sendmsg, (int, const struct msghdr *, int));
REAL(int, sendmmsg, (int, struct mmsghdr *, unsigned int, int));
REAL(int, fsync, (int));
REAL(int, fdatasync, (int));
REAL(int, ftruncate64, (int, off64_t));
REAL(int, openat64, (int, const char *, int, ...));
REAL(int, unlinkat, (int, const char *, int));
REAL(int, renameat, (int, const char *, int, const char *));

static void load(void) {
#define LOAD(name) *(void **)&real_##name = dlsym(RTLD_NEXT, #name)
    LOAD(write), LOAD(pwrite64), LOAD(writev), LOAD(pwritev64), LOAD(send), LOAD(sendto), LOAD(sendmsg), LOAD(sendmmsg);
    LOAD(fsync), LOAD(fdatasync), LOAD(ftruncate64), LOAD(openat64), LOAD(unlinkat), LOAD(renameat);
    const char *where = getenv("PC_DIR"), *log = getenv("PC_LOG");
    if (!where || !log || !realpath(where, dir)) return;
    dir_length = strlen(dir);
    out = real_openat64(AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void begin(void) { pthread_once(&once, load); }

static void put(const void *data, size_t length) {
    for (const char *at = data; length > 0;) {
        ssize_t done = real_write(out, at, length);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) _exit(99);  // half a log would pass for a whole one
        at += done, length -= (size_t)done;
    }
}

// Called with the lock held.
static void record(char operation, const char *path, uint64_t number, const void *data, uint32_t length) {
    int kept = errno;
    uint16_t path_length = (uint16_t)strlen(path);
    char head[15];
    memcpy(head, &operation, 1), memcpy(head + 1, &path_length, 2), memcpy(head + 3, &number, 8), memcpy(head + 11, &length, 4);
    put(head, sizeof head), put(path, path_length), put(data, length);
    records++;
    errno = kept;
}

static int ours(const char *path) {
    return out >= 0 && strncmp(path, dir, dir_length) == 0 && (path[dir_length] == '/' || path[dir_length] == 0);
}

enum kind { OTHER, FILE_OF_OURS, SOCKET };

static enum kind name_of(int fd, char *path) {
    begin();
    if (out < 0 || fd == out) return OTHER;
    int kept = errno;
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    errno = kept;
    if (length <= 0) return OTHER;
    path[length] = 0;
    if (strncmp(path, "socket:", 7) == 0) return SOCKET;
    return ours(path) ? FILE_OF_OURS : OTHER;
}

// The absolute name a path argument stands for, links resolved in its folder (the last part may not exist).
static int absolute(int at, const char *path, char *result) {
    if (out < 0 || !path) return 0;
    char whole[PATH_MAX], folder[PATH_MAX];
    if (path[0] == '/') {
        snprintf(whole, sizeof whole, "%s", path);
    } else {
        char link[40] = "/proc/self/cwd";
        if (at != AT_FDCWD) snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, folder, sizeof folder - 1);
        if (length <= 0) return 0;
        folder[length] = 0;
        if (snprintf(whole, sizeof whole, "%s/%s", folder, path) >= (int)sizeof whole) return 0;
    }
    char *last = strrchr(whole, '/');
    *last = 0;
    if (!realpath(last == whole ? "/" : whole, folder)) return 0;
    return snprintf(result, PATH_MAX, "%s/%s", folder, last + 1) < PATH_MAX && ours(result);
}

static void record_sent(const char *path, const struct iovec *parts, size_t count) {
    char data[SENT];
    size_t length = 0;
    for (size_t n = 0; n < count && length < SENT; n++) {
        size_t some = parts[n].iov_len < SENT - length ? parts[n].iov_len : SENT - length;
        memcpy(data + length, parts[n].iov_base, some), length += some;
    }
    pthread_mutex_lock(&lock);
    record('S', path, 0, data, (uint32_t)length);  // before it is sent: nobody can have read it earlier
    pthread_mutex_unlock(&lock);
}

static void record_written(const char *path, uint64_t offset, const struct iovec *parts, int count, size_t length) {
    for (int n = 0; n < count && length > 0; n++) {
        size_t some = parts[n].iov_len < length ? parts[n].iov_len : length;
        record('W', path, offset, parts[n].iov_base, (uint32_t)some);
        offset += some, length -= some;
    }
}

// A write to one of our files at a place, or (at < 0) where the descriptor stands.
static ssize_t write_file(int fd, const char *path, const struct iovec *parts, int count, off64_t at) {
    pthread_mutex_lock(&lock);
    off64_t offset = at;
    if (at < 0) {
        struct stat64 now;
        int flags = fcntl(fd, F_GETFL);
        offset = flags >= 0 && (flags & O_APPEND) && fstat64(fd, &now) == 0 ? now.st_size : lseek64(fd, 0, SEEK_CUR);
    }
    ssize_t done = at < 0 ? real_writev(fd, parts, count) : real_pwritev64(fd, parts, count, at);
    if (done > 0) record_written(path, (uint64_t)offset, parts, count, (size_t)done);
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *data, size_t length) {
    char path[PATH_MAX];
    struct iovec part = {(void *)data, length};
    enum kind kind = name_of(fd, path);
    if (kind == FILE_OF_OURS) return write_file(fd, path, &part, 1, -1);
    if (kind == SOCKET) record_sent(path, &part, 1);
    return real_write(fd, data, length);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    char path[PATH_MAX];
    struct iovec part = {(void *)data, length};
    return name_of(fd, path) == FILE_OF_OURS ? write_file(fd, path, &part, 1, offset) : real_pwrite64(fd, data, length, offset);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return pwrite64(fd, data, length, offset); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
    char path[PATH_MAX];
    enum kind kind = name_of(fd, path);
    if (kind == FILE_OF_OURS) return write_file(fd, path, parts, count, -1);
    if (kind == SOCKET && count > 0) record_sent(path, parts, (size_t)count);
    return real_writev(fd, parts, count);
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) {
    char path[PATH_MAX];
    return name_of(fd, path) == FILE_OF_OURS ? write_file(fd, path, parts, count, offset) : real_pwritev64(fd, parts, count, offset);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { return pwritev64(fd, parts, count, offset); }
// Its flags (high priority, append …) change nothing that matters here, and nobody in a server sets them.
ssize_t pwritev64v2(int fd, const struct iovec *parts, int count, off64_t offset, int flags) {
    (void)flags;
    return offset == -1 ? writev(fd, parts, count) : pwritev64(fd, parts, count, offset);
}
ssize_t pwritev2(int fd, const struct iovec *parts, int count, off_t offset, int flags) {
    return pwritev64v2(fd, parts, count, offset, flags);
}

ssize_t send(int fd, const void *data, size_t length, int flags) {
    char path[PATH_MAX];
    struct iovec part = {(void *)data, length};
    if (name_of(fd, path) == SOCKET) record_sent(path, &part, 1);
    return real_send(fd, data, length, flags);
}
ssize_t sendto(int fd, const void *data, size_t length, int flags, const struct sockaddr *to, socklen_t to_length) {
    char path[PATH_MAX];
    struct iovec part = {(void *)data, length};
    if (name_of(fd, path) == SOCKET) record_sent(path, &part, 1);
    return real_sendto(fd, data, length, flags, to, to_length);
}
ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
    char path[PATH_MAX];
    if (name_of(fd, path) == SOCKET) record_sent(path, message->msg_iov, message->msg_iovlen);
    return real_sendmsg(fd, message, flags);
}
int sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags) {
    char path[PATH_MAX];
    if (name_of(fd, path) == SOCKET)
        for (unsigned int n = 0; n < count; n++) record_sent(path, messages[n].msg_hdr.msg_iov, messages[n].msg_hdr.msg_iovlen);
    return real_sendmmsg(fd, messages, count, flags);
}

static int synced(int fd, int (*real)(int)) {
    char path[PATH_MAX];
    if (name_of(fd, path) != FILE_OF_OURS) return real(fd);
    pthread_mutex_lock(&lock);
    uint64_t before = records;
    pthread_mutex_unlock(&lock);
    int result = real(fd);
    if (result == 0) {
        pthread_mutex_lock(&lock);
        record('F', path, before, "", 0);
        pthread_mutex_unlock(&lock);
    }
    return result;
}
int fsync(int fd) { return begin(), synced(fd, real_fsync); }
int fdatasync(int fd) { return begin(), synced(fd, real_fdatasync); }

int ftruncate64(int fd, off64_t length) {
    char path[PATH_MAX];
    if (name_of(fd, path) != FILE_OF_OURS) return real_ftruncate64(fd, length);
    pthread_mutex_lock(&lock);
    int result = real_ftruncate64(fd, length);
    if (result == 0) record('T', path, (uint64_t)length, "", 0);
    pthread_mutex_unlock(&lock);
    return result;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int opened(int at, const char *name, int flags, mode_t mode) {
    begin();
    char path[PATH_MAX];
    struct stat64 before;
    if (!(flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE || !absolute(at, name, path))
        return real_openat64(at, name, flags, mode);
    pthread_mutex_lock(&lock);
    int there = stat64(path, &before) == 0, fd = real_openat64(at, name, flags, mode);
    if (fd >= 0 && !there) record('C', path, 0, "", 0);
    if (fd >= 0 && there && (flags & O_TRUNC)) record('T', path, 0, "", 0);
    pthread_mutex_unlock(&lock);
    return fd;
}

#define MODE(flags)                                       \
    mode_t mode = 0;                                      \
    if ((flags) & (O_CREAT | O_TMPFILE)) {                \
        va_list more;                                     \
        va_start(more, flags);                            \
        mode = va_arg(more, mode_t);                      \
        va_end(more);                                     \
    }
int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags | O_LARGEFILE, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags | O_LARGEFILE, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode); }

int unlinkat(int at, const char *name, int flags) {
    begin();
    char path[PATH_MAX];
    if (!absolute(at, name, path)) return real_unlinkat(at, name, flags);
    pthread_mutex_lock(&lock);
    int result = real_unlinkat(at, name, flags);
    if (result == 0) record('U', path, 0, "", 0);
    pthread_mutex_unlock(&lock);
    return result;
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }

int renameat(int from_at, const char *from, int to_at, const char *to) {
    begin();
    char old[PATH_MAX], new[PATH_MAX];
    int here = absolute(from_at, from, old), there = absolute(to_at, to, new);
    if (!here && !there) return real_renameat(from_at, from, to_at, to);
    pthread_mutex_lock(&lock);
    int result = real_renameat(from_at, from, to_at, to);
    if (result == 0 && here && there) record('R', old, 0, new, (uint32_t)strlen(new));
    if (result == 0 && here && !there) record('U', old, 0, "", 0);
    pthread_mutex_unlock(&lock);
    return result;
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }
