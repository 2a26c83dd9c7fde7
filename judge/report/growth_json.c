/* How time and memory grow, as JSON: all that was measured. */

#include "judge/report/json.h"

static json_t *point_json(const struct growth_point *point)
{
    struct json_object object = json_open();

    json_put_number(&object, "n", point->size);
    json_put_number(&object, "count", point->count);
    json_put(&object, "fitted", point->fitted > 0 ? json_real(point->fitted) : json_null());
    json_put_bool(&object, "predicted", point->predicted);
    return json_close(&object);
}

static json_t *points_json(const struct growth_answer *answer)
{
    json_t *points = json_array();

    for (size_t i = 0; i < answer->point_count; i++)
        json_add(&points, point_json(&answer->points[i]));
    return points;
}

/* By class, those that are there; null where nothing is known of them. */
static json_t *shares_json(const struct growth_answer *answer)
{
    struct json_object object = json_open();

    if (!answer->has_shares)
        return json_null();
    for (size_t i = 0; i < GROWTH_CLASS_COUNT; i++)
        if (answer->shares.of[i] > 0)
            json_put_number(&object, growth_class_name((enum growth_class) i),
                            answer->shares.of[i]);
    return json_close(&object);
}

static json_t *answer_json(const struct growth_answer *answer, const char *backend)
{
    struct json_object object = json_open();

    json_put_text(&object, "class", growth_class_name(answer->class));
    json_put_text(&object, "runner_up", growth_class_name(answer->runner_up));
    json_put_number(&object, "confidence", answer->confidence);
    json_put_text(&object, "reason", answer->reason);
    json_put_text(&object, "family", answer->family);
    json_put_text(&object, "backend", backend);
    json_put_number(&object, "doubling", answer->doubling);
    json_put_text(&object, "expected", answer->expected);
    json_put_text(&object, "verdict", growth_verdict_name(answer->verdict));
    json_put(&object, "shares", shares_json(answer));
    if (answer->has_shares)
        json_put_number(&object, "transfer", answer->shares.transfer);
    json_put(&object, "points", points_json(answer));
    return json_close(&object);
}

/* Of one size alone, or of both. */
static json_t *axis_json(const struct growth_answer *answer)
{
    struct json_object object = json_open();

    json_put_text(&object, "class", growth_class_name(answer->class));
    json_put_number(&object, "confidence", answer->confidence);
    json_put_text(&object, "reason", answer->reason);
    json_put(&object, "points", points_json(answer));
    return json_close(&object);
}

static json_t *product_json(const struct growth_product *product)
{
    struct json_object object = json_open();

    json_put_text(&object, "class", product->text);
    json_put_number(&object, "confidence", product->confidence);
    json_put_text(&object, "reason", product->reason);
    json_put_text(&object, "verdict", growth_verdict_name(product->verdict));
    json_put(&object, "first", axis_json(&product->first));
    json_put(&object, "second", axis_json(&product->second));
    json_put(&object, "both", axis_json(&product->both));
    return json_close(&object);
}

static json_t *second_json(const struct growth_second *second)
{
    struct json_object object = json_open();

    json_put_text(&object, "name", second->name);
    json_put_text(&object, "what", second->what);
    json_put_text(&object, "family", second->family);
    json_put(&object, "time", product_json(&second->time));
    json_put(&object, "space", product_json(&second->space));
    return json_close(&object);
}

static json_t *clock_json(const struct growth_clock *clock)
{
    struct json_object object = json_open();
    json_t *points = json_array();

    for (size_t i = 0; i < GROWTH_TIMED; i++) {
        struct json_object row = json_open();

        json_put_number(&row, "n", clock->sizes[i]);
        json_put_seconds(&row, "cpu_s", clock->seconds[i]);
        json_put_number(&row, "count", clock->counts[i]);
        json_add(&points, json_close(&row));
    }
    json_put_number(&object, "power", clock->power);
    json_put_number(&object, "counted", clock->counted);
    json_put_bool(&object, "differs", clock->differs);
    json_put(&object, "points", points);
    return json_close(&object);
}

static json_t *beside_json(const struct growth_beside *beside)
{
    struct json_object object = json_open();
    json_t *points = json_array();

    for (size_t i = 0; i < beside->count; i++) {
        struct json_object row = json_open();

        json_put_number(&row, "n", beside->sizes[i]);
        json_put_number(&row, "count", beside->counts[i]);
        json_put_number(&row, "reference", beside->beside[i]);
        json_add(&points, json_close(&row));
    }
    json_put_text(&object, "reference", beside->name);
    json_put_text(&object, "class", growth_class_name(beside->class));
    json_put_number(&object, "power", beside->power);
    json_put_number(&object, "error", beside->error);
    json_put_bool(&object, "same", beside->same);
    json_put(&object, "points", points);
    return json_close(&object);
}

json_t *json_growth(const struct growth *growth)
{
    struct json_object object = json_open();

    json_put_text(&object, "problem", growth->problem);
    json_put_text(&object, "language", growth->language);
    json_put_text(&object, "backend", growth_backend_name(growth->backend));
    json_put_text(&object, "backend_note", growth->backend_note);
    json_put_bool(&object, "marked", growth->marked);
    json_put(&object, "time", answer_json(&growth->time, growth_backend_name(growth->backend)));
    json_put(&object, "space", answer_json(&growth->space, growth->memory));
    json_put(&object, "second", growth->second ? second_json(growth->second) : json_null());
    json_put(&object, "clock", growth->clock ? clock_json(growth->clock) : json_null());
    json_put(&object, "beside", growth->beside ? beside_json(growth->beside) : json_null());
    json_put_text(&object, "expected", growth->time.expected);
    json_put_text(&object, "verdict", growth_verdict_name(growth->time.verdict));
    json_put_text(&object, "sentence", growth->sentence);
    json_put_text(&object, "fault", growth->fault);
    json_put_seconds(&object, "measured_s", growth->measured_s);
    return json_close(&object);
}

int report_growth_json(FILE *file, const struct growth *growth)
{
    return json_print(file, json_growth(growth));
}
