/* The review of a pull request: pages/report.md over the same view as the page for browsers. */

#include "judge/base/embed.h"
#include "judge/report/documents.h"
#include "judge/report/escape.h"
#include "judge/report/template.h"
#include "judge/report/view.h"

#include <errno.h>

EMBED(page_markdown, "judge/report/pages/report.md");

int report_markdown(FILE *file, const json_t *evidence, const json_t *scorecard)
{
    static const struct template_format format = { escape_markdown, escape_markdown_block };
    AUTO_BUFFER struct buffer page = { 0 };
    int code = view_render(page_markdown, &format, evidence, scorecard, &page);

    if (code == 0)
        fwrite(page.data, 1, page.size, file);
    return code == 0 && ferror(file) ? -EIO : code;
}
