/*
 * Theory of operation: the documents are read with functions that never fail, since a report shows
 * what is there. The view is built with json_put(), which remembers whether memory was out.
 */

#include "judge/report/view.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"

#include <errno.h>
#include <math.h>
#include <string.h>

enum { TEXT_BYTES = 512, SUBJECT_FILES = 12 };

/* ---- Reading ----------------------------------------------------------------------------------
 */

const char *view_text(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? text : "";
}

double view_number(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    return json_is_number(value) ? json_number_value(value) : NAN;
}

bool view_true(const json_t *object, const char *key)
{
    return json_is_true(json_object_get(object, key));
}

const json_t *view_list(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    return json_is_array(value) ? value : NULL;
}

const json_t *view_object(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);

    return json_is_object(value) ? value : NULL;
}

const json_t *view_detail(const json_t *evidence, const char *name)
{
    return view_object(view_object(evidence, "details"), name);
}

const json_t *view_fact(const json_t *evidence, const char *name)
{
    return json_object_get(view_object(view_object(evidence, "facts"), name), "value");
}

double view_fact_number(const json_t *evidence, const char *name)
{
    const json_t *value = view_fact(evidence, name);

    return json_is_number(value) ? json_number_value(value) : NAN;
}

/* ---- Wording ----------------------------------------------------------------------------------
 */

void view_put_format(struct json_object *object, const char *key, const char *format, ...)
{
    char text[TEXT_BYTES];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    json_put_text(object, key, text);
}

void view_put_duration(struct json_object *object, const char *key, double seconds)
{
    if (!isfinite(seconds))
        return;
    if (seconds >= 120 && seconds < 1e9)
        view_put_format(object, key, "%.0f min %.0f s", floor(round(seconds) / 60),
                        fmod(round(seconds), 60));
    else if (seconds >= 10)
        view_put_format(object, key, "%.0f s", seconds);
    else if (seconds >= 1)
        view_put_format(object, key, "%.2f s", seconds);
    else if (seconds >= 0.1 || seconds <= 0)
        view_put_format(object, key, "%.0f ms", seconds * 1e3);
    else
        view_put_format(object, key, "%.1f ms", seconds * 1e3);
}

void view_put_bytes(struct json_object *object, const char *key, double bytes)
{
    char text[32];

    if (!(bytes >= 0 && bytes < 1e18))
        return;
    text_bytes((unsigned long long) bytes, text, sizeof(text));
    json_put_text(object, key, text);
}

void view_value(const json_t *value, char *text, size_t size)
{
    if (json_is_boolean(value))
        snprintf(text, size, "%s", json_is_true(value) ? "yes" : "no");
    else if (json_is_string(value))
        snprintf(text, size, "%s", json_string_value(value));
    else if (json_is_number(value))
        snprintf(text, size, "%.6g", json_number_value(value));
    else
        snprintf(text, size, "unknown");
}

/* ---- The head ---------------------------------------------------------------------------------
 */

static json_t *subject_files(const json_t *subject)
{
    const json_t *files = view_list(subject, "files");
    json_t *array = json_array();

    for (size_t i = 0; i < json_array_size(files) && i < SUBJECT_FILES; i++)
        if (json_is_string(json_array_get(files, i)))
            json_add(&array, json_text(json_string_value(json_array_get(files, i))));
    return array;
}

static void put_subject(struct json_object *view, const json_t *evidence)
{
    const json_t *subject = view_object(evidence, "subject");
    const char *title = view_text(subject, "title");
    size_t files = json_array_size(view_list(subject, "files"));

    json_put_text(view, "title", *title ? title : view_text(subject, "problem"));
    json_put_text(view, "problem", view_text(subject, "problem"));
    json_put_text(view, "language", view_text(subject, "language"));
    json_put(view, "files", subject_files(subject));
    if (files > SUBJECT_FILES)
        json_put_count(view, "files_more", files - SUBJECT_FILES);
    json_put_bool(view, "is_service", strcmp(view_text(evidence, "kind"), "service") == 0);
    json_put_bool(view, "is_algorithm", strcmp(view_text(evidence, "kind"), "algorithm") == 0);
    json_put_bool(view, "is_review", strcmp(view_text(evidence, "kind"), "review") == 0);
}

/* The few facts that somebody asks for first. */
static const struct headline {
    const char *fact, *of, *label; /* `of`: the fact of how many there are; NULL: none */
} headlines[] = {
    { "tests.verdict", NULL, "verdict" },
    { "tests.secret.passed", "tests.secret.total", "secret tests" },
    { "growth.time.class", NULL, "time" },
    { "growth.space.class", NULL, "memory" },
    { "session.minutes", NULL, "minutes taken" },
    { "probes.passed", "probes.total", "probes" },
    { "start.works", NULL, "starts" },
    { "tests.own.kill_rate", NULL, "noticed by its tests" },
    { "readme.commands.failed", NULL, "README failures" },
    { "findings.must_fix", NULL, "must fix" },
    { "findings.should_fix", NULL, "should fix" },
    { "code.lines", NULL, "lines of code" },
};

static json_t *headline_object(const json_t *evidence, const struct headline *headline,
                               const json_t *value)
{
    struct json_object object = json_open();
    double of = headline->of ? view_fact_number(evidence, headline->of) : NAN;
    double number = json_is_number(value) ? json_number_value(value) : NAN;
    char text[64];

    view_value(value, text, sizeof(text));
    json_put_text(&object, "label", headline->label);
    if (isfinite(of)) {
        view_put_format(&object, "value", "%s of %.6g", text, of);
        json_put_text(&object, "tone", number >= of ? "good" : "bad");
    } else if (strcmp(headline->fact, "tests.own.kill_rate") == 0 && isfinite(number)) {
        view_put_format(&object, "value", "%.0f %%", 100 * number);
    } else {
        json_put_text(&object, "value", text);
        if (strcmp(headline->fact, "findings.must_fix") == 0 && number > 0)
            json_put_text(&object, "tone", "bad");
        if (strcmp(headline->fact, "tests.verdict") == 0)
            json_put_text(&object, "tone", strcmp(text, "AC") == 0 ? "good" : "bad");
    }
    return json_close(&object);
}

static json_t *view_headlines(const json_t *evidence)
{
    json_t *array = json_array();

    for (size_t i = 0; i < COUNT(headlines); i++) {
        const json_t *value = view_fact(evidence, headlines[i].fact);
        if (value && !json_is_null(value))
            json_add(&array, headline_object(evidence, &headlines[i], value));
    }
    return array;
}

/* ---- All facts --------------------------------------------------------------------------------
 */

static json_t *fact_object(const char *name, const json_t *fact)
{
    const json_t *source = view_object(fact, "source"), *value = json_object_get(fact, "value");
    struct json_object object = json_open();
    char text[128];

    json_put_text(&object, "name", name);
    if (value) {
        view_value(value, text, sizeof(text));
        json_put_text(&object, "value", text);
        json_put_text(&object, "unit", view_text(fact, "unit"));
    } else {
        json_put_text(&object, "absent", view_text(fact, "absent"));
    }
    json_put_text(&object, "where", view_text(source, "where"));
    return json_close(&object);
}

static json_t *view_facts(const json_t *evidence)
{
    json_t *facts = json_object_get(evidence, "facts");
    json_t *array = json_array();

    for (void *at = json_object_iter(facts); at; at = json_object_iter_next(facts, at))
        json_add(&array, fact_object(json_object_iter_key(at), json_object_iter_value(at)));
    return array;
}

/* ---- The whole --------------------------------------------------------------------------------
 */

static const json_t *growth_of(const json_t *evidence)
{
    const json_t *growth = view_detail(evidence, "growth");

    return growth ? growth : view_object(view_detail(evidence, "submit"), "growth");
}

/* A list, and beside it whether it has elements: for what is around all of them. */
static void put_list(struct json_object *view, const char *key, const char *any, json_t *list)
{
    json_put_bool(view, any, json_array_size(list) > 0);
    json_put(view, key, list);
}

json_t *view_new(const json_t *evidence, const json_t *scorecard)
{
    const json_t *grade = view_detail(evidence, "grade");
    struct json_object view = json_open();

    put_subject(&view, evidence);
    put_list(&view, "headlines", "headlines_any", view_headlines(evidence));
    json_put(&view, "score", view_scorecard(scorecard));
    put_list(&view, "discuss", "discuss_any", view_discussion(evidence, scorecard));
    json_put(&view, "tests", view_tests(view_detail(evidence, "submit")));
    json_put(&view, "growth", view_growth(growth_of(evidence)));
    json_put(&view, "service", view_service(grade));
    json_put(&view, "probes", view_probes(grade));
    json_put(&view, "latency", view_latency(grade));
    json_put(&view, "usage", view_usage(grade));
    json_put(&view, "own_tests", view_own_tests(grade));
    json_put(&view, "review", view_findings(evidence));
    put_list(&view, "facts", "facts_any", view_facts(evidence));
    return json_close(&view);
}

int view_render(const char *page, const struct template_format *format, const json_t *evidence,
                const json_t *scorecard, struct buffer *out)
{
    json_t *view = view_new(evidence, scorecard);
    int code = view ? template_render(page, view, format, out) : -ENOMEM;

    json_decref(view);
    return code;
}
