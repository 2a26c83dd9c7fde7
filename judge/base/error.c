/*
 * Fixed-size error values. Nothing here allocates, prints or exits: an error must be reportable
 * when memory is out and from every thread. Texts that do not fit are cut, never overflowed.
 *
 * Messages often quote what is wrong: a key of a package, a word of a user. So each is made one
 * line of visible text here, where no caller can forget it: a quoted line end must not look like
 * the end of the message.
 */
#include "judge/base/error.h"

#include "judge/base/text.h"
#include "sandbox/sandbox.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int error_put(struct error *error, int code, const char *file, int line, const char *format, ...)
{
    va_list arguments;

    memset(error, 0, sizeof(*error));
    error->code = error_failed(code);
    error->line = line;
    if (file)
        snprintf(error->file, sizeof(error->file), "%s", file);
    text_line(error->file);
    va_start(arguments, format);
    vsnprintf(error->message, sizeof(error->message), format, arguments);
    va_end(arguments);
    text_line(error->message);
    return error->code;
}

void error_remedy(struct error *error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(error->remedy, sizeof(error->remedy), format, arguments);
    va_end(arguments);
    text_line(error->remedy);
}

int error_prefix(struct error *error, const char *format, ...)
{
    char before[sizeof(error->message)];
    va_list arguments;

    memcpy(before, error->message, sizeof(before));
    va_start(arguments, format);
    int length = vsnprintf(error->message, sizeof(error->message), format, arguments);
    va_end(arguments);
    if (length < 0 || (size_t) length >= sizeof(error->message))
        return error->code;
    size_t room = sizeof(error->message) - (size_t) length;
    snprintf(error->message + length, room, ": %.*s", (int) (room > 3 ? room - 3 : 0), before);
    text_line(error->message);
    return error->code;
}

bool error_is_hosts(int code)
{
    static const int codes[] = { ENOMEM, EMFILE, ENFILE,  EAGAIN, ENOSPC,    EDQUOT,
                                 EROFS,  EIO,    ENOBUFS, ENODEV, ETIMEDOUT, EPIPE };

    for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
        if (code == -codes[i])
            return true;
    return false;
}

int error_own(struct error *error)
{
    if (!error_is_hosts(error->code) && error->code != -EPERM && error->code != -ENOTSUP)
        error->code = -EIO;
    return error->code;
}

int error_take(struct error *error, const struct sandbox_error *from)
{
    error_set(error, from->code, "%s", from->message);
    error_remedy(error, "%s", from->remedy);
    return error_own(error);
}

void error_format(const struct error *error, char *text, unsigned long size)
{
    char place[sizeof(error->file) + 16] = "";

    if (error->file[0] && error->line > 0)
        snprintf(place, sizeof(place), "%s:%d: ", error->file, error->line);
    else if (error->file[0])
        snprintf(place, sizeof(place), "%s: ", error->file);
    if (error->remedy[0])
        snprintf(text, size, "%s%s (%s)", place, error->message, error->remedy);
    else
        snprintf(text, size, "%s%s", place, error->message);
}
