/*
 * All reports of any documents. Input: the evidence, and behind a byte 0xff the scorecard, as JSON;
 * what is none is left out.
 *
 * Properties: each report is written whatever the JSON, as UTF-8; the page has no element that
 * would run something; JUnit's is well-formed XML, SARIF and Gradescope's are JSON.
 */
#include "judge/report/documents.h"

#include "tests/fuzz/fuzz.h"

#include <expat.h>

typedef int writer(FILE *file, const json_t *evidence, const json_t *scorecard);

static json_t *read_part(struct fuzz_input *input)
{
    struct fuzz_input part = fuzz_part(input);

    return json_loadb((const char *) part.data, part.size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
}

/* Caller frees. */
static char *written(writer *write, const json_t *evidence, const json_t *scorecard)
{
    char *text = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&text, &size);

    fuzz_check(file && write(file, evidence, scorecard) == 0 && fclose(file) == 0);
    fuzz_check(strlen(text) == size && fuzz_is_utf8(text, size));
    return text;
}

static void check_json(writer *write, const json_t *evidence, const json_t *scorecard)
{
    char *text = written(write, evidence, scorecard);
    json_t *again = json_loads(text, JSON_ALLOW_NUL, NULL);

    fuzz_check(again);
    json_decref(again);
    free(text);
}

static void check_page(const json_t *evidence, const json_t *scorecard)
{
    char *text = written(report_html, evidence, scorecard);

    fuzz_check(strncmp(text, "<!DOCTYPE html>", 15) == 0 && strstr(text, "</html>"));
    fuzz_check(!strstr(text, "<script") && !strstr(text, "<img") && !strstr(text, "<iframe"));
    free(text);
}

static void check_xml(const json_t *evidence, const json_t *scorecard)
{
    char *text = written(report_junit, evidence, scorecard);
    XML_Parser parser = XML_ParserCreate(NULL);

    fuzz_check(parser && XML_Parse(parser, text, (int) strlen(text), 1) == XML_STATUS_OK);
    XML_ParserFree(parser);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = { data, size };
    json_t *evidence = read_part(&input), *scorecard = read_part(&input);

    check_page(evidence, scorecard);
    check_json(report_sarif, evidence, scorecard);
    check_json(report_gradescope, evidence, scorecard);
    free(written(report_markdown, evidence, scorecard));
    check_xml(evidence, scorecard);
    json_decref(evidence);
    json_decref(scorecard);
    return 0;
}
