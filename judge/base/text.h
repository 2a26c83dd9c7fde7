#ifndef ASSAY_BASE_TEXT_H
#define ASSAY_BASE_TEXT_H

/* Text that came from somebody else, made fit to show; and patterns (PCRE2). */

#include "judge/base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Copies text so that a terminal shows it as text: escape sequences and control characters other
 * than newline and tab removed, invalid UTF-8 replaced by U+FFFD, cut to `limit` bytes with a last
 * line that says so. Caller frees. NULL when memory is out. */
char *text_harmless(const char *text, size_t size, size_t limit);

/* The last line of a text that is not blank, made fit to show; "" where there is none. Caller
 * frees. NULL when memory is out. */
char *text_last_line(const char *text, size_t size, size_t limit);

/* Makes a text one line that can be shown, in place and without allocating: line ends and tabs
 * become spaces, each other control character and each byte that is not UTF-8 a '?'. */
void text_line(char *text);

/* Decodes one character of UTF-8 text that is not empty: its length, or 0 when the bytes are none
 * (overlong forms, surrogates and values over U+10FFFF included). */
size_t text_decode(const char *characters, size_t size, uint32_t *ret);

/* Whether a character steers a terminal or the direction of text. Tab and newline do not count. */
bool text_is_control(uint32_t character);

/* Whether the PCRE2 pattern (a constant of ours: it must compile) is found in `text`. */
bool text_matches(const char *pattern, const char *text, size_t size);

/* A compiled pattern, for one that is used often or comes from a file. Not shared by threads.
 * `^` and `$` match at lines; a pattern and its subject are UTF-8, wrong bytes never match.
 * Owns     *ret is the caller's: pattern_free().
 * Errors   -EINVAL with the position; -ENOMEM.
 */
struct pattern;
int pattern_new(const char *text, struct pattern **ret, struct error *error);
void pattern_free(struct pattern *pattern);
/* The number of the group named `name`; 0 for none. */
unsigned pattern_group(const struct pattern *pattern, const char *name);
/* Whether the pattern is found and its group `group` (0: the whole) took part; start and length of
 * that group (either may be NULL). */
bool pattern_find(struct pattern *pattern, const char *text, size_t size, unsigned group,
                  size_t *ret_start, size_t *ret_length);
/* The same from byte `from` on; what is before it is still looked back at. */
bool pattern_find_from(struct pattern *pattern, const char *text, size_t size, size_t from,
                       unsigned group, size_t *ret_start, size_t *ret_length);

/* "1.5 KiB", "256 MiB": sizes for people. Writes into `text`. */
void text_bytes(unsigned long long bytes, char *text, size_t size);

#endif
