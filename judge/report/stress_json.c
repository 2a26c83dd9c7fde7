/* `assay stress --json`; the shape is in docs/json.md. */

#include "judge/report/json.h"
#include "judge/report/report.h"

static json_t *finding_object(const struct stress_finding *finding)
{
    struct json_object object = json_open();

    json_put_text(&object, "verdict", verdict_name(finding->verdict));
    json_put_text(&object, "family", finding->family);
    json_put_count(&object, "size", (uint64_t) finding->size);
    json_put_count(&object, "seed", (uint64_t) finding->seed);
    json_put_count(&object, "number", finding->number + 1);
    json_put_count(&object, "steps", finding->steps);
    json_put_bool(&object, "smallest", finding->smallest);
    json_put_text(&object, "input", finding->input);
    json_put_text(&object, "call", finding->call);
    json_put_text(&object, "expected", finding->expected);
    json_put_text(&object, "found", finding->found);
    json_put_text(&object, "message", finding->message);
    return json_close(&object);
}

int report_stress_json(FILE *file, const struct stress *stress)
{
    struct json_object object = json_open();

    json_put_text(&object, "problem", stress->problem);
    json_put_text(&object, "language", stress->compile_ok ? stress->language : NULL);
    json_put_bool(&object, "compiled", stress->compile_ok);
    json_put_text(&object, "compile_message", stress->compile_message);
    json_put_count(&object, "seed", stress->seed);
    json_put_count(&object, "inputs", stress->inputs);
    json_put_count(&object, "families", stress->families);
    json_put(&object, "finding", stress->finding ? finding_object(stress->finding) : json_null());
    return json_print(file, json_close(&object));
}
