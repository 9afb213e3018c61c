// SPDX-License-Identifier: Apache-2.0
// Looks for many byte strings in many files at once:  canary_seek PATTERNS FILE...
// PATTERNS holds, one after another: 1 byte (1 = upper and lower case are the same), 2 bytes length (little end first), the
// string (6 bytes at least; lower-case where case is the same). Prints a line `file pattern offset`, numbers from 0, for each
// pattern's first occurrence in a file. A file that has gone meanwhile holds nothing. Exit 0; 2 where something can't be read.
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WINDOW = 6, BITS = 24 };
typedef struct { uint32_t length; int folds, next, last_file; const uint8_t *bytes; } Pattern;

static uint8_t maybe[1 << (BITS - 3)];
static int heads[1 << 18];
static Pattern *patterns;

static uint64_t window(const uint8_t *at) {
    uint64_t value = 0;
    memcpy(&value, at, WINDOW);
    return value * 0x9E3779B97F4A7C15ull;
}

static int same(const Pattern *pattern, const uint8_t *raw, const uint8_t *lower, size_t left) {
    return pattern->length <= left && memcmp(pattern->bytes, pattern->folds ? lower : raw, pattern->length) == 0;
}

static uint8_t *whole(const char *path, size_t *size) {
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 && errno == ENOENT) { *size = 0; return malloc(8); }
    if (file < 0 || fstat(file, &status) != 0) { perror(path); exit(2); }
    *size = (size_t)status.st_size;
    uint8_t *bytes = malloc(*size + 8);
    size_t got = 0;
    for (ssize_t count; got < *size && (count = read(file, bytes + got, *size - got)) > 0; got += (size_t)count) {}
    *size = got;
    close(file);
    return bytes;
}

int main(int count, char **arguments) {
    if (count < 2) return 2;
    size_t size;
    const uint8_t *list = whole(arguments[1], &size);
    int made = 0;
    patterns = calloc(size / (WINDOW + 3) + 1, sizeof *patterns);
    memset(heads, -1, sizeof heads);
    for (size_t at = 0; at + 3 <= size; made++) {
        Pattern *pattern = &patterns[made];
        *pattern = (Pattern){.folds = list[at], .length = list[at + 1] | (uint32_t)list[at + 2] << 8, .bytes = list + at + 3, .last_file = -1};
        if (pattern->length < WINDOW || at + 3 + pattern->length > size) return 2;
        at += 3 + pattern->length;
        uint64_t hash = window(pattern->bytes) ^ (pattern->folds ? 1ull << 63 : 0);
        maybe[hash >> (64 - BITS + 3)] |= (uint8_t)(1 << (hash >> (64 - BITS) & 7));
        int *head = &heads[hash >> 40 & ((1 << 18) - 1)];
        pattern->next = *head;
        *head = made;
    }
    for (int file = 2; file < count; file++) {
        uint8_t *raw = whole(arguments[file], &size), *lower = malloc(size + 8);
        for (size_t at = 0; at < size; at++) lower[at] = raw[at] >= 'A' && raw[at] <= 'Z' ? raw[at] | 32 : raw[at];
        for (size_t at = 0; at + WINDOW <= size; at++) {
            for (int folds = 0; folds < 2; folds++) {
                uint64_t hash = window((folds ? lower : raw) + at) ^ (folds ? 1ull << 63 : 0);
                if (!(maybe[hash >> (64 - BITS + 3)] & 1 << (hash >> (64 - BITS) & 7))) continue;
                for (int found = heads[hash >> 40 & ((1 << 18) - 1)]; found >= 0; found = patterns[found].next) {
                    Pattern *pattern = &patterns[found];
                    if (pattern->folds != folds || pattern->last_file == file || !same(pattern, raw + at, lower + at, size - at)) continue;
                    pattern->last_file = file;
                    printf("%d %d %zu\n", file - 2, found, at);
                }
            }
        }
        free(raw);
        free(lower);
    }
    return 0;
}
