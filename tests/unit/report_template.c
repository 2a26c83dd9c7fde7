/* Templates: sections, names, lines, and that no value is written without escaping. */
#include "judge/report/template.h"

#include "judge/report/escape.h"
#include "tests/unit/unit.h"

#include <errno.h>

static const struct template_format html = { escape_html, escape_html };
static const struct template_format markdown = { escape_markdown, escape_markdown_block };

static const struct {
    const char *page, *view, *text; /* text NULL: the page is broken */
} cases[] = {
    { "a{{b}}c", "{\"b\": \"x\"}", "axc" },
    { "{{b.c}} {{none}}|{{d}}", "{\"b\": {\"c\": 7}, \"d\": true}", "7 |" },
    { "{{#l}}<{{.}}>{{/l}}", "{\"l\": [\"a\", \"b\"]}", "<a><b>" },
    { "{{#l}}{{n}}{{/l}}", "{\"n\": \"outer\", \"l\": [{\"n\": 1}, {}]}", "1" },
    { "{{#l}}{{../n}}{{/l}}", "{\"n\": \"outer\", \"l\": [{\"n\": 1}]}", "outer" },
    { "{{#s}}{{s}}!{{/s}}{{^s}}none{{/s}}", "{\"s\": \"\"}", "none" },
    { "{{#s}}{{s}}!{{/s}}{{^s}}none{{/s}}", "{\"s\": \"x\"}", "x!" },
    { "{{#o}}{{#o}}{{v}}{{/o}}{{/o}}", "{\"o\": {\"o\": {\"v\": 1}}}", "1" },
    { "a\n  {{#l}}\nb\n{{/l}}\nc\n", "{\"l\": [1, 2]}", "a\nb\nb\nc\n" },
    { "{{b}}", "{\"b\": \"<&>\\\"' {{b}} {{#b}}\"}", "&lt;&amp;&gt;&quot;&#39; {{b}} {{#b}}" },
    { "{{=b}}", "{\"b\": \"<i>\"}", "&lt;i&gt;" },
    { "{{b}}", "{\"b\": \"\\u001b[31mred\\u202e\"}", "red" },
    { "{{#a}}", "{\"a\": 1}", NULL },
    { "{{/a}}", "{}", NULL },
    { "{{#a}}{{/b}}", "{\"a\": 1}", NULL },
    { "{{a", "{}", NULL },
};

START_TEST(a_page_is_filled_in)
{
    json_t *view = json_loads(cases[_i].view, 0, NULL);
    AUTO_BUFFER struct buffer out = { 0 };
    int code = template_render(cases[_i].page, view, &html, &out);

    if (cases[_i].text)
        ck_assert_str_eq(out.data ? out.data : "", cases[_i].text);
    ck_assert_int_eq(code, cases[_i].text ? 0 : -EINVAL);
    json_decref(view);
}
END_TEST

static const struct {
    const char *value, *text;
} inlines[] = {
    { "plain text, 18 of 18.", "plain text, 18 of 18." },
    { "*a* _b_ `c` [d](e) <f> |g| #h !i ~j~ &amp;",
      "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\|g\\| \\#h \\!i \\~j\\~ \\&amp;" },
    { "two\nlines", "two lines" },
    { "http://x www.y", "http\\://x www\\.y" },
    { "@name a@b", "@\u200bname a@\u200bb" },
};

START_TEST(inline_markdown_is_no_markup)
{
    AUTO_BUFFER struct buffer out = { 0 };

    ck_assert_int_eq(escape_markdown(&out, inlines[_i].value), 0);
    ck_assert_str_eq(out.data, inlines[_i].text);
}
END_TEST

START_TEST(a_fence_is_longer_than_any_in_the_text)
{
    json_t *view = json_pack("{s:s}", "b", "x\n````\ny");
    AUTO_BUFFER struct buffer out = { 0 };

    ck_assert_int_eq(template_render("{{=b}}\n", view, &markdown, &out), 0);
    ck_assert_str_eq(out.data, "`````\nx\n````\ny\n`````\n");
    json_decref(view);
}
END_TEST

static Suite *make_suite(void)
{
    Suite *suite = suite_create("report_template");
    TCase *tests = tcase_create("template");

    tcase_add_loop_test(tests, a_page_is_filled_in, 0, COUNT(cases));
    tcase_add_loop_test(tests, inline_markdown_is_no_markup, 0, COUNT(inlines));
    tcase_add_test(tests, a_fence_is_longer_than_any_in_the_text);
    suite_add_tcase(suite, tests);
    return suite;
}

UNIT_MAIN(make_suite)
