/*
 * The JSON Schema of evidence, made from the catalogue: docs/evidence.schema.json is this, and a
 * test compares them.
 */

#include "judge/evidence/evidence.h"

#include "judge/review/review.h"

#include <string.h>

static json_t *value_schema(const struct fact *fact)
{
    json_t *words;

    switch (fact->type) {
    case FACT_BOOL:
        return json_pack("{ss}", "type", "boolean");
    case FACT_COUNT:
        return json_pack("{ss si si}", "type", "integer", "minimum", 0, "maximum",
                         (int) fact->high);
    case FACT_WORD:
        words = json_array();
        for (size_t i = 0; fact->words[i]; i++)
            json_array_append_new(words, json_string(fact->words[i]));
        return json_pack("{so}", "enum", words);
    default:
        return json_pack("{ss si si}", "type", "number", "minimum", 0, "maximum", (int) fact->high);
    }
}

static json_t *fact_schema(const struct fact *fact)
{
    json_t *known = json_pack("{so ss so}", "value", value_schema(fact), "unit", "", "source",
                              json_pack("{ss}", "$ref", "#/$defs/source"));

    /* The unit is a constant; a fact without one has no such key. */
    if (*fact->unit)
        json_object_set_new(known, "unit", json_pack("{ss}", "const", fact->unit));
    else
        json_object_del(known, "unit");
    json_t *value = json_pack("{ss so sb s[ss]}", "type", "object", "properties", known,
                              "additionalProperties", 0, "required", "value", "source");
    return json_pack("{ss s[o{ss}]}", "description", fact->about, "oneOf", value, "$ref",
                     "#/$defs/absent");
}

static json_t *facts_schema(void)
{
    json_t *properties = json_object();

    for (size_t i = 0; i < fact_count(); i++)
        json_object_set_new(properties, fact_at(i)->name, fact_schema(fact_at(i)));
    return json_pack("{ss so sb}", "type", "object", "properties", properties,
                     "additionalProperties", 0);
}

static json_t *definitions(void)
{
    static const char text[] =
        "{\"source\": {\"type\": \"object\", \"properties\": {"
        "\"kind\": {\"enum\": [\"test\", \"command\", \"file\", \"measurement\"]},"
        "\"where\": {\"type\": \"string\"}}, \"additionalProperties\": false,"
        "\"required\": [\"kind\", \"where\"]},"
        "\"absent\": {\"description\": \"It could not be had, and why.\", \"type\": \"object\","
        "\"properties\": {\"absent\": {\"type\": \"string\", \"minLength\": 1},"
        "\"source\": {\"$ref\": \"#/$defs/source\"}}, \"additionalProperties\": false,"
        "\"required\": [\"absent\", \"source\"]},"
        "\"text\": {\"type\": [\"string\", \"null\"]},"
        "\"place\": {\"type\": [\"integer\", \"null\"], \"minimum\": 0},"
        "\"finding\": {\"type\": \"object\", \"properties\": {"
        "\"rule\": {\"type\": \"string\", \"minLength\": 1},"
        "\"severity\": {\"$ref\": \"#/$defs/severity\"},"
        "\"principle\": {\"type\": \"string\", \"minLength\": 1},"
        "\"file\": {\"$ref\": \"#/$defs/text\"}, \"line\": {\"$ref\": \"#/$defs/place\"},"
        "\"column\": {\"$ref\": \"#/$defs/place\"}, \"end_line\": {\"$ref\": \"#/$defs/place\"},"
        "\"end_column\": {\"$ref\": \"#/$defs/place\"}, \"code\": {\"$ref\": \"#/$defs/text\"},"
        "\"message\": {\"type\": \"string\", \"minLength\": 1},"
        "\"why\": {\"$ref\": \"#/$defs/text\"}, \"remedy\": {\"$ref\": \"#/$defs/text\"},"
        "\"fingerprint\": {\"$ref\": \"#/$defs/text\"}},"
        "\"required\": [\"rule\", \"severity\", \"principle\", \"message\"]},"
        "\"subject\": {\"type\": \"object\", \"properties\": {"
        "\"problem\": {\"$ref\": \"#/$defs/text\"}, \"title\": {\"$ref\": \"#/$defs/text\"},"
        "\"language\": {\"$ref\": \"#/$defs/text\"},"
        "\"files\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}}";

    json_t *all = json_loads(text, 0, NULL), *words = json_array();
    for (int i = 0; i < SEVERITIES; i++)
        json_array_append_new(words, json_string(severity_names[i]));
    json_object_set_new(all, "severity", json_pack("{so}", "enum", words));
    return all;
}

json_t *evidence_schema(void)
{
    json_t *properties = json_pack(
        "{s{ss} s{si} s{s[sss]} s{ss} so s{sss{ss}} s{ss}}", "format", "const", "assay-evidence",
        "version", "const", 1, "kind", "enum", "algorithm", "service", "review", "subject", "$ref",
        "#/$defs/subject", "facts", facts_schema(), "findings", "type", "array", "items", "$ref",
        "#/$defs/finding", "details", "type", "object");

    return json_pack(
        "{ss ss ss ss so sb s[sssss] so}", "$schema",
        "https://json-schema.org/draft/2020-12/schema", "title", "Evidence", "description",
        "All that is known of one submission; docs/rubrics.md explains it. Made from "
        "the catalogue of facts by `assay rubric facts --schema`.",
        "type", "object", "properties", properties, "additionalProperties", 0, "required", "format",
        "version", "kind", "subject", "facts", "$defs", definitions());
}
