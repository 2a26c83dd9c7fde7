/*
 * A load of an open model: each request has its moment, whether those before it were answered or
 * not, and its time is counted from then. So a service that stalls is seen as slow by all that came
 * meanwhile.
 */
#include "judge/service/player.h"

#include <errno.h>
#include <math.h>
#include <string.h>

static int compare_doubles(const void *left, const void *right)
{
    double a = *(const double *) left, b = *(const double *) right;

    return (a > b) - (a < b);
}

static double nearest_rank(const double *sorted, size_t count, double percent)
{
    size_t rank = (size_t) ceil(percent / 100 * (double) count);

    return count == 0 ? 0 : sorted[rank > 0 ? rank - 1 : 0];
}

static jv count_status(jv statuses, int status)
{
    char name[16];

    snprintf(name, sizeof(name), "%d", status);
    jv before = jv_object_get(jv_copy(statuses), jv_string(name));
    double count = jv_get_kind(before) == JV_KIND_NUMBER ? jv_number_value(before) : 0;
    jv_free(before);
    return jv_object_set(statuses, jv_string(name), jv_number(count + 1));
}

/* What filters see. Takes `statuses`. */
static jv value_of(const struct load_figures *load, jv statuses)
{
    const struct {
        const char *name;
        double value;
    } rows[] = {
        { "p50", load->p50 },       { "p95", load->p95 },   { "p99", load->p99 },
        { "max", load->max },       { "sent", load->sent }, { "answered", load->answered },
        { "failed", load->failed }, { "rate", load->rate },
    };
    jv result = jv_object();

    for (size_t i = 0; i < COUNT(rows); i++)
        result = jv_object_set(result, jv_string(rows[i].name), jv_number(rows[i].value));
    return jv_object_set(result, jv_string("statuses"), statuses);
}

static jv take_load(struct player *player, const struct step *step,
                    const struct exchange *exchanges, size_t count, double *times,
                    struct error *error)
{
    struct load_figures *load = &player->load;
    jv statuses = jv_object();

    *load = (struct load_figures){ .rate = step->rate, .sent = (double) count };
    for (size_t i = 0; i < count; i++) {
        jv answer = player_answer(player, &exchanges[i]);
        /* The first that is not as expected stands for all. */
        if (player_expect(player, step->requests, &exchanges[i], answer, true, error) != 0 &&
            load->failed++ == 0)
            player_note(player, &exchanges[i], count);
        statuses = count_status(statuses, exchanges[i].status);
        load->answered += exchanges[i].error == EXCHANGE_FINE;
        times[i] = exchanges[i].seconds; /* one without answer counts with all its waiting */
        jv_free(answer);
    }
    qsort(times, count, sizeof(*times), compare_doubles);
    load->p50 = nearest_rank(times, count, 50);
    load->p95 = nearest_rank(times, count, 95);
    load->p99 = nearest_rank(times, count, 99);
    load->max = nearest_rank(times, count, 100);
    return value_of(load, statuses);
}

int player_load(struct player *player, const struct step *step, struct error *error)
{
    size_t count = (size_t) fmax(step->rate * step->seconds, 1), prepared = 0;
    struct client_run run = { .reuse = true };
    AUTO_FREE struct exchange *exchanges = memory_alloc(count * sizeof(*exchanges));
    AUTO_FREE double *times = memory_alloc(count * sizeof(*times));
    int status = exchanges && times ? 0 : error_set(error, -ENOMEM, "out of memory");

    while (prepared < count && status == 0) {
        player_set_text(player, "i", jv_number((double) prepared));
        status = player_prepare(player, step->requests, &exchanges[prepared], error);
        exchanges[prepared].due_s = (double) prepared / step->rate;
        prepared++;
    }
    if (status == 0)
        status = player_run(player, exchanges, count, &run, error);
    if (status == 0) {
        jv result = take_load(player, step, exchanges, count, times, error);
        if (step->as)
            player_set(player, step->as, jv_copy(result));
        status = player_claims(player, step->line, &step->claims, result, false, error);
        jv_free(result);
    }
    for (size_t i = 0; i < prepared; i++)
        player_release(&exchanges[i]);
    return status;
}
