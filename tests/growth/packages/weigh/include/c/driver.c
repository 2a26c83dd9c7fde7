/* Reads a test, calls weigh, prints the result. Generated from interview.yaml: do not edit. */
#include "signature.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *at;     /* in the input, which ends in a NUL */
static FILE *answer; /* stdout as it was; what the candidate prints goes to stderr */

__attribute__((unused, noreturn)) static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

__attribute__((noreturn)) static void out_of_memory(void)
{
    fputs("memory allocation of the driver failed\n", stderr);
    abort();
}

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);

    if (!memory)
        out_of_memory();
    return memory;
}

static void skip_spaces(void)
{
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
        at++;
}

__attribute__((unused)) static const char *read_word(size_t *length)
{
    const char *start;

    skip_spaces();
    start = at;
    while (*at > ' ')
        at++;
    *length = (size_t) (at - start);
    return start;
}

__attribute__((unused)) static bool is_word(const char *word, size_t length, const char *wanted)
{
    return strlen(wanted) == length && memcmp(word, wanted, length) == 0;
}

__attribute__((unused)) static bool read_null(void)
{
    skip_spaces();
    if (*at != 'n')
        return false;
    at += strlen("null");
    return true;
}

__attribute__((unused)) static long long read_long(void)
{
    unsigned long long value = 0;
    bool negative;

    skip_spaces();
    negative = *at == '-';
    at += negative;
    while (isdigit((unsigned char) *at))
        value = value * 10 + (unsigned long long) (*at++ - '0');
    return (long long) (negative ? 0 - value : value);
}

__attribute__((unused)) static int read_int(void)
{
    return (int) read_long();
}

__attribute__((unused)) static size_t read_count(void)
{
    return (size_t) read_long();
}

__attribute__((unused)) static double read_double(void)
{
    return strtod(at, &at);
}

__attribute__((unused)) static bool read_bool(void)
{
    size_t length;

    return *read_word(&length) == 't';
}

static unsigned read_hex(void)
{
    char digits[5] = { 0 };

    memcpy(digits, at, 4);
    at += 4;
    return (unsigned) strtoul(digits, NULL, 16);
}

static char *put_character(char *to, unsigned code)
{
    if (code < 0x80) {
        *to++ = (char) code;
    } else if (code < 0x800) {
        *to++ = (char) (0xc0 | code >> 6);
        *to++ = (char) (0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        *to++ = (char) (0xe0 | code >> 12);
        *to++ = (char) (0x80 | (code >> 6 & 0x3f));
        *to++ = (char) (0x80 | (code & 0x3f));
    } else {
        *to++ = (char) (0xf0 | code >> 18);
        *to++ = (char) (0x80 | (code >> 12 & 0x3f));
        *to++ = (char) (0x80 | (code >> 6 & 0x3f));
        *to++ = (char) (0x80 | (code & 0x3f));
    }
    return to;
}

/* A literal is never shorter than what it stands for: the string is made in its place. */
__attribute__((unused)) static char *read_string(void)
{
    static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
    char *start, *to;

    skip_spaces();
    start = to = ++at;
    while (*at && *at != '"') {
        if (*at != '\\') {
            *to++ = *at++;
            continue;
        }
        char letter = at[1];
        const char *hit = strchr(letters, letter);
        at += 2;
        if (letter == 'u') {
            unsigned code = read_hex();
            if (code >= 0xd800 && code < 0xdc00) {
                at += 2;
                code = 0x10000 + ((code - 0xd800) << 10) + (read_hex() - 0xdc00);
            }
            to = put_character(to, code);
        } else {
            *to++ = hit ? meant[hit - letters] : letter;
        }
    }
    at += *at == '"';
    *to = '\0';
    return start;
}

__attribute__((unused)) static void write_int(int value, char end)
{
    fprintf(answer, "%d%c", value, end);
}

__attribute__((unused)) static void write_long(long long value, char end)
{
    fprintf(answer, "%lld%c", value, end);
}

__attribute__((unused)) static void write_double(double value, char end)
{
    char text[64];
    int digits = 15;

    do
        snprintf(text, sizeof(text), "%.*g", digits, value);
    while (strtod(text, NULL) != value && digits++ < 17);
    fprintf(answer, "%s%c", text, end);
}

__attribute__((unused)) static void write_bool(bool value, char end)
{
    fprintf(answer, "%s%c", value ? "true" : "false", end);
}

__attribute__((unused)) static void write_string(const char *text, char end)
{
    static const char escaped[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";

    if (!text)
        fail("a string that was returned is NULL");
    fputc('"', answer);
    for (; *text; text++) {
        const char *hit = strchr(escaped, *text);

        if (hit)
            fprintf(answer, "\\%c", letters[hit - escaped]);
        else if ((unsigned char) *text < 0x20)
            fprintf(answer, "\\u%04x", (unsigned) *text);
        else
            fputc(*text, answer);
    }
    fprintf(answer, "\"%c", end);
}

__attribute__((unused)) static int compare_long(long long one, long long two)
{
    return (one > two) - (one < two);
}

__attribute__((unused)) static int compare_int(int one, int two)
{
    return (one > two) - (one < two);
}

__attribute__((unused)) static int compare_string(const char *one, const char *two)
{
    return strcmp(one, two);
}

static struct list_int read_list_int(void)
{
    struct list_int list = { .count = read_count() };

    list.items = allocate(list.count, sizeof(*list.items));
    for (size_t i = 0; i < list.count; i++)
        list.items[i] = read_int();
    return list;
}

static void read_input(void)
{
    size_t capacity = 1 << 16, size = 0, got;
    char *text = allocate(capacity, 1);

    while ((got = fread(text + size, 1, capacity - size - 1, stdin)) > 0) {
        size += got;
        if (size + 1 < capacity)
            continue;
        capacity *= 2;
        text = realloc(text, capacity);
        if (!text)
            out_of_memory();
    }
    text[size] = '\0';
    at = text;
}

int main(void)
{
    answer = fdopen(dup(1), "w");
    if (!answer || dup2(2, 1) < 0)
        fail("the driver cannot open its output");
    setvbuf(stdout, NULL, _IOLBF, 0);
    read_input();

    struct list_int argument_numbers = read_list_int();
    int returned = weigh(argument_numbers);
    write_int(returned, '\n');
    return fclose(answer) == 0 ? 0 : 1;
}
