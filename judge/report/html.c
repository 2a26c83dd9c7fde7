/*
 * The page for a browser: pages/report.html over the view, with pages/report.css in its head. The
 * page allows itself no script, and nothing from elsewhere, by a Content-Security-Policy of its
 * own, so that even a fault of the escaping would run nothing.
 */

#include "judge/base/embed.h"
#include "judge/report/documents.h"
#include "judge/report/escape.h"
#include "judge/report/template.h"
#include "judge/report/view.h"

#include <errno.h>
#include <string.h>

EMBED(page_html, "judge/report/pages/report.html");
EMBED(page_css, "judge/report/pages/report.css");

static const char style_mark[] = "<!-- style -->\n";

int report_html(FILE *file, const json_t *evidence, const json_t *scorecard)
{
    static const struct template_format format = { escape_html, escape_html };
    AUTO_BUFFER struct buffer page = { 0 };
    int code = view_render(page_html, &format, evidence, scorecard, &page);

    if (code < 0)
        return code;
    /* The mark stands in the page before any value, so that the first one is it. */
    const char *mark = strstr(page.data, style_mark);
    if (!mark)
        return -EINVAL;
    fwrite(page.data, 1, (size_t) (mark - page.data), file);
    fprintf(file, "<style>\n%s</style>\n", page_css);
    mark += strlen(style_mark);
    fwrite(mark, 1, page.size - (size_t) (mark - page.data), file);
    return ferror(file) ? -EIO : 0;
}
