/* Building evidence: setters that remember the first thing that went wrong. */

#include "judge/evidence/evidence.h"

#include "judge/base/text.h"
#include "judge/review/review.h"

#include <math.h>
#include <string.h>

enum { TEXT_BYTES = 4000 };

const char *source_kind_name(enum source_kind kind)
{
    static const char *const names[] = {
        [SOURCE_TEST] = "test",
        [SOURCE_COMMAND] = "command",
        [SOURCE_FILE] = "file",
        [SOURCE_MEASUREMENT] = "measurement",
    };

    return names[kind];
}

int evidence_new(enum evidence_kind kind, struct evidence **ret, struct error *error)
{
    struct evidence *evidence = memory_alloc(sizeof(*evidence));

    if (!evidence)
        return error_set(error, -ENOMEM, "out of memory");
    *evidence = (struct evidence){ .arena = arena_new(), .kind = kind };
    if (evidence->arena)
        evidence->facts = arena_array(evidence->arena, fact_count(), sizeof(*evidence->facts));
    evidence->subject = json_object();
    evidence->findings = json_array();
    evidence->details = json_object();
    if (!evidence->facts || !evidence->subject || !evidence->findings || !evidence->details) {
        evidence_free(evidence);
        return error_set(error, -ENOMEM, "out of memory");
    }
    *ret = evidence;
    return 0;
}

void evidence_free(struct evidence *evidence)
{
    if (!evidence)
        return;
    json_decref(evidence->subject);
    json_decref(evidence->findings);
    json_decref(evidence->details);
    arena_free(evidence->arena);
    free(evidence);
}

static void fail(struct evidence *evidence, int code, const char *name, const char *what)
{
    if (evidence->fault_code)
        return;
    evidence->fault_code = code;
    snprintf(evidence->fault, sizeof(evidence->fault), "%.100s: %.90s", name, what);
}

static void out_of_memory(struct evidence *evidence)
{
    fail(evidence, -ENOMEM, "evidence", "out of memory");
}

int evidence_finish(const struct evidence *evidence, struct error *error)
{
    if (evidence->fault_code)
        return error_set(error, evidence->fault_code, "%s", evidence->fault);
    return 0;
}

/* Text of others, made fit: valid UTF-8 without controls. */
static const char *clean(struct evidence *evidence, const char *text)
{
    AUTO_FREE char *harmless = text_harmless(text, strlen(text), TEXT_BYTES);
    const char *kept = harmless ? arena_strdup(evidence->arena, harmless) : NULL;

    if (!kept)
        out_of_memory(evidence);
    return kept ? kept : "";
}

static json_t *text_value(struct evidence *evidence, const char *text)
{
    json_t *json = text ? json_string(clean(evidence, text)) : json_null();

    if (!json)
        out_of_memory(evidence);
    return json;
}

void evidence_subject(struct evidence *evidence, const char *problem, const char *title,
                      const char *language, const char *const *files, size_t file_count)
{
    json_t *list = json_array();
    bool good = list;

    for (size_t i = 0; good && i < file_count; i++)
        good = json_array_append_new(list, text_value(evidence, files[i])) == 0;
    good = json_object_set_new(evidence->subject, "problem", text_value(evidence, problem)) == 0 &&
           good;
    good =
        json_object_set_new(evidence->subject, "title", text_value(evidence, title)) == 0 && good;
    good =
        json_object_set_new(evidence->subject, "language", text_value(evidence, language)) == 0 &&
        good;
    good = json_object_set_new(evidence->subject, "files", list) == 0 && good;
    if (!good)
        out_of_memory(evidence);
}

/* The place where a fact is kept; NULL: there is no such fact. */
static struct evidence_fact *slot(struct evidence *evidence, const char *name)
{
    int place = fact_find(name);

    if (place < 0)
        fail(evidence, -EINVAL, name, "no fact is called so");
    else if (!(fact_at((size_t) place)->kinds & evidence->kind))
        fail(evidence, -EINVAL, name, "no fact of this kind of evidence");
    else
        return &evidence->facts[place];
    return NULL;
}

void evidence_set(struct evidence *evidence, const char *name, double value,
                  enum source_kind source, const char *where)
{
    struct evidence_fact *fact = slot(evidence, name);

    if (!fact)
        return;
    const struct fact *row = fact_at((size_t) (fact - evidence->facts));
    value = round(value * 1e6) / 1e6;
    if (row->type == FACT_NUMBER && value > row->high)
        value = row->high;
    if (!(value >= 0 && value <= row->high) || (row->type == FACT_BOOL && value != round(value)) ||
        (row->type == FACT_COUNT && value != round(value))) {
        fail(evidence, -EINVAL, name, "a value that the catalogue does not allow");
        return;
    }
    *fact = (struct evidence_fact){
        .state = FACT_KNOWN, .value = value, .source = source, .where = clean(evidence, where)
    };
}

void evidence_set_word(struct evidence *evidence, const char *name, const char *word,
                       enum source_kind source, const char *where)
{
    int place = fact_find(name), value = place < 0 ? 0 : fact_word(fact_at((size_t) place), word);

    if (value < 0)
        fail(evidence, -EINVAL, name, "a word that the catalogue does not have");
    else
        evidence_set(evidence, name, value, source, where);
}

void evidence_absent(struct evidence *evidence, const char *name, const char *reason,
                     enum source_kind source, const char *where)
{
    struct evidence_fact *fact = slot(evidence, name);

    if (fact)
        *fact = (struct evidence_fact){ .state = FACT_ABSENT,
                                        .reason = clean(evidence, reason),
                                        .source = source,
                                        .where = clean(evidence, where) };
}

void evidence_add_finding(struct evidence *evidence, json_t *finding)
{
    if (!finding || json_array_append_new(evidence->findings, finding) < 0)
        out_of_memory(evidence);
}

void evidence_add_detail(struct evidence *evidence, const char *command, json_t *detail)
{
    if (!detail || json_object_set_new(evidence->details, command, detail) < 0)
        out_of_memory(evidence);
}

/* How many findings have this severity, and this principle where one is given. */
static size_t count_findings(const struct evidence *evidence, int severity, const char *principle)
{
    size_t index, count = 0;
    json_t *finding;

    json_array_foreach (evidence->findings, index, finding) {
        int has = severity_find(json_string_value(json_object_get(finding, "severity")));
        const char *of = json_string_value(json_object_get(finding, "principle"));

        count += has == severity && (!principle || (of && !strcmp(of, principle)));
    }
    return count;
}

void evidence_count_findings(struct evidence *evidence, const char *where)
{
    char name[80];

    for (int i = 0; i < SEVERITIES; i++) {
        snprintf(name, sizeof(name), "findings.%s", severity_keys[i]);
        evidence_set(evidence, name, (double) count_findings(evidence, i, NULL), SOURCE_MEASUREMENT,
                     where);
        for (size_t k = 0; fact_principles[k]; k++) {
            snprintf(name, sizeof(name), "findings.%s.%s", fact_principles[k], severity_keys[i]);
            evidence_set(evidence, name, (double) count_findings(evidence, i, fact_principles[k]),
                         SOURCE_MEASUREMENT, where);
        }
    }
}

const struct evidence_fact *evidence_get(const struct evidence *evidence, const char *name)
{
    int place = fact_find(name);

    return place < 0 || evidence->facts[place].state == FACT_UNSET ? NULL : &evidence->facts[place];
}
