/*
 * Writing evidence. The order of keys is that of the catalogue and of this file, numbers have been
 * rounded when they were set: the same evidence gives the same bytes.
 */

#include "judge/evidence/evidence.h"

#include "judge/base/text.h"

#include <string.h>

enum { INDENT = 2, REAL_DIGITS = 15 };

json_t *evidence_value(const struct fact *fact, double value)
{
    switch (fact->type) {
    case FACT_BOOL:
        return json_boolean(value != 0);
    case FACT_COUNT:
        return json_integer((json_int_t) value);
    case FACT_WORD:
        return json_string(fact->words[(size_t) value]);
    default:
        return json_real(value);
    }
}

static json_t *fact_json(const struct fact *row, const struct evidence_fact *fact)
{
    json_t *source =
        json_pack("{ss ss}", "kind", source_kind_name(fact->source), "where", fact->where);

    if (fact->state == FACT_ABSENT)
        return json_pack("{ss so}", "absent", fact->reason, "source", source);
    json_t *value = evidence_value(row, fact->value);
    if (!*row->unit)
        return json_pack("{so so}", "value", value, "source", source);
    return json_pack("{so ss so}", "value", value, "unit", row->unit, "source", source);
}

static json_t *facts_json(const struct evidence *evidence)
{
    json_t *facts = json_object();

    for (size_t i = 0; facts && i < fact_count(); i++) {
        if (evidence->facts[i].state == FACT_UNSET)
            continue;
        if (json_object_set_new(facts, fact_at(i)->name,
                                fact_json(fact_at(i), &evidence->facts[i])) < 0) {
            json_decref(facts);
            return NULL;
        }
    }
    return facts;
}

json_t *evidence_json(const struct evidence *evidence)
{
    return json_pack("{ss si ss sO so sO sO}", "format", "assay-evidence", "version", 1, "kind",
                     evidence_kind_name(evidence->kind), "subject", evidence->subject, "facts",
                     facts_json(evidence), "findings", evidence->findings, "details",
                     evidence->details);
}

/* Jansson escapes the controls of ASCII alone. The others, and the marks that turn the direction of
 * text, are as much use to somebody who wants to fool a terminal. Outside of strings JSON has no
 * character that would be escaped. */
static void print_escaped(FILE *file, const char *text)
{
    size_t left = strlen(text), plain = 0;
    uint32_t character = 0;

    while (plain < left) {
        size_t length = text_decode(text + plain, left - plain, &character);

        if (length == 0 || character == '\n' || !text_is_control(character)) {
            plain += length ? length : 1;
            continue;
        }
        fwrite(text, 1, plain, file);
        fprintf(file, "\\u%04X", character);
        text += plain + length;
        left -= plain + length;
        plain = 0;
    }
    fwrite(text, 1, plain, file);
}

int evidence_print(FILE *file, const json_t *json)
{
    AUTO_FREE char *text =
        json ? json_dumps(json, JSON_INDENT(INDENT) | JSON_REAL_PRECISION(REAL_DIGITS)) : NULL;

    if (!text)
        return -ENOMEM;
    print_escaped(file, text);
    return fputc('\n', file) == EOF || ferror(file) ? -EIO : 0;
}
