#ifndef ASSAY_REPORT_TEMPLATE_H
#define ASSAY_REPORT_TEMPLATE_H

/*
 * Internal: pages as templates over a JSON value, without logic of their own:
 *
 *     {{name}}                    a value as text, always escaped; "a.b" is b of a, "." the item
 * itself
 *     {{=name}}                   the same as a block of its own (code, output), escaped as such
 *     {{#name}} ... {{/name}}     for each element of a list; once for anything else that is there
 *     {{^name}} ... {{/name}}     where it is not there: absent, null, false, 0, "", empty
 *
 * A name is that of a member of the item (the innermost that is an object); "../name" of the object
 * around it. A line with nothing but one tag of the last two kinds leaves no line. There is no way
 * to write a value without escaping.
 */

#include "judge/base/memory.h"

#include <jansson.h>

/* Appends `text` (valid UTF-8 that was made harmless) to `out`, so that it means nothing there.
 * Errors   -ENOMEM. */
typedef int template_escape(struct buffer *out, const char *text);

struct template_format {
    template_escape *text, *block;
};

/* `page` is a constant of ours. Errors: -ENOMEM; -EINVAL the page is broken. */
int template_render(const char *page, const json_t *view, const struct template_format *format,
                    struct buffer *out);

#endif
