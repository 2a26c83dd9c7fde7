/*
 * Theory of operation: a player goes through the steps of a probe in order, on the judge's thread.
 * The first thing that is not as it should be ends the probe with a message; what the service did
 * is never an error of the judge's. Everything that is random (`unique`, the moments of crashes)
 * comes from the seed and the probe's id alone.
 */
#include "judge/service/player.h"

#include "judge/base/clock.h"
#include "judge/base/random.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>

enum { NOTED_OF_MANY = 1 };

static int play_steps(struct player *player, const struct steps *steps, struct error *error);

static int no_memory(struct error *error)
{
    return error_set(error, -ENOMEM, "out of memory");
}

const char *probe_status_name(enum probe_status status)
{
    static const char *const names[] = { "pass", "fail", "error", "skipped" };

    return names[status];
}

void probe_result_clear(struct probe_result *result)
{
    free(result->message);
    free(result->reproduce);
    *result = (struct probe_result){ 0 };
}

int player_fail(struct player *player, int line, const char *format, ...)
{
    char *text = NULL;
    va_list list;

    if (player->message.size > 0)
        return PLAY_FAILED;
    va_start(list, format);
    if (vasprintf(&text, format, list) < 0)
        text = NULL;
    va_end(list);
    buffer_puts(&player->message, text ? text : "failed");
    free(text);
    player->line = line;
    return PLAY_FAILED;
}

double player_left(const struct player *player)
{
    return fmax(player->end_s - clock_now_s(), 0);
}

uint64_t player_draw(struct player *player)
{
    return random_draw(&player->random);
}

static double draw_share(struct player *player)
{
    return (double) (player_draw(player) >> 11) / 9007199254740992.0; /* 2^53 */
}

/* ---- Requests ------------------------------------------------------------------------------- */

int player_run(struct player *player, struct exchange *exchanges, size_t count,
               struct client_run *run, struct error *error)
{
    double left = player_left(player);

    run->limit_s = left > 0.001 ? left : 0.001;
    return client_run(host_client(player->host), exchanges, count, run, error);
}

static int send_one(struct player *player, const struct request *request, struct exchange *exchange,
                    struct error *error)
{
    struct client_run run = { 0 };
    int status = player_prepare(player, request, exchange, error);

    exchange->no_new_tries = true;
    return status != 0 ? status : player_run(player, exchange, 1, &run, error);
}

static void note_cut(struct player *player, const struct exchange *exchange)
{
    player->cut =
        player->cut || exchange->error == EXCHANGE_RESET || exchange->error == EXCHANGE_REFUSED;
}

static int play_request(struct player *player, const struct step *step, struct error *error)
{
    const struct request *request = step->requests;
    struct exchange exchange;
    uint64_t before = 0, after = 0;

    if (request->durable)
        before = host_syncs(player->host);
    int status = send_one(player, request, &exchange, error);
    if (request->durable)
        after = host_syncs(player->host);
    if (status == 0) {
        jv answer = player_answer(player, &exchange);
        player_note(player, &exchange, 1);
        note_cut(player, &exchange);
        status = player_expect(player, request, &exchange, answer, false, error);
        if (status == 0)
            status = player_store(player, request, &exchange, answer, error);
        jv_free(answer);
    }
    if (status == 0 && request->durable && before == after)
        status = player_fail(player, request->line,
                             "between the request and its answer the service called none of fsync, "
                             "fdatasync, msync, sync_file_range, syncfs, sync, and opened no file "
                             "with O_SYNC or O_DSYNC: what it acknowledged is lost when the power "
                             "fails");
    player_release(&exchange);
    return status;
}

/* All copies of all requests, as exchanges; *ret_of says which request each is of. */
static int prepare_all(struct player *player, const struct step *step, struct exchange **ret,
                       const struct request ***ret_of, size_t *ret_count, struct error *error)
{
    size_t total = 0, count = 0;
    int status = 0;

    for (size_t i = 0; i < step->request_count; i++)
        total += step->requests[i].copies;
    struct exchange *exchanges = memory_alloc(total * sizeof(*exchanges));
    const struct request **of = memory_alloc(total * sizeof(struct request *));
    *ret = exchanges;
    *ret_of = of;
    *ret_count = 0;
    if (!exchanges || !of)
        return no_memory(error);
    for (size_t i = 0; i < step->request_count && status == 0; i++) {
        for (uint32_t copy = 0; copy < step->requests[i].copies && status == 0; copy++) {
            if (step->requests[i].copies > 1)
                player_set_text(player, "i", jv_number(copy));
            status = player_prepare(player, &step->requests[i], &exchanges[count], error);
            of[count++] = &step->requests[i];
        }
    }
    *ret_count = count;
    return status;
}

static void release_all(struct exchange *exchanges, const struct request **of, size_t count)
{
    for (size_t i = 0; i < count; i++)
        player_release(&exchanges[i]);
    free(exchanges);
    free(of);
}

/* Checks and stores each answer; the list of all under step->as. */
static int take_answers(struct player *player, const struct step *step, struct exchange *exchanges,
                        const struct request **of, size_t count, bool check, struct error *error)
{
    jv answers = jv_array_sized((int) count);
    int status = 0;
    size_t noted = 0;

    for (size_t i = 0; i < count && status >= 0; i++) {
        jv answer = player_answer(player, &exchanges[i]);
        note_cut(player, &exchanges[i]);
        answers = jv_array_append(answers, jv_copy(answer));
        int result = 0;
        if (check && status == 0) {
            result = player_expect(player, of[i], &exchanges[i], answer, false, error);
            if (result != 0)
                status = result;
        }
        if (result != 0 || noted < NOTED_OF_MANY) {
            player_note(player, &exchanges[i], count);
            noted++;
        }
        if (status == 0 && exchanges[i].error == EXCHANGE_FINE)
            status = player_store(player, of[i], &exchanges[i], answer, error);
        jv_free(answer);
    }
    if (step->as)
        player_set(player, step->as, jv_copy(answers));
    if (status == 0)
        status = player_claims(player, step->line, &step->claims, answers, false, error);
    jv_free(answers);
    return status;
}

static int play_parallel(struct player *player, const struct step *step, struct error *error)
{
    struct client_run run = { .at_once = step->at_once };
    struct exchange *exchanges;
    const struct request **of;
    size_t count;
    int status = prepare_all(player, step, &exchanges, &of, &count, error);

    if (status == 0)
        status = player_run(player, exchanges, count, &run, error);
    if (status == 0)
        status = take_answers(player, step, exchanges, of, count, true, error);
    release_all(exchanges, of, count);
    return status;
}

/* ---- Loops and waiting ---------------------------------------------------------------------- */

static int check_time(struct player *player, const struct step *step)
{
    return player_left(player) > 0
               ? 0
               : player_fail(player, step->line, "the probe took more than its %.0f s",
                             player->probe->time_s);
}

static int play_repeat(struct player *player, const struct step *step, struct error *error)
{
    int status = 0;

    for (uint32_t i = 0; i < step->times && status == 0; i++) {
        player_set_text(player, "i", jv_number(i));
        status = play_steps(player, &step->steps, error);
        if (status == 0)
            status = check_time(player, step);
    }
    return status;
}

/* In pieces, between which the host looks at what is used. */
static void pause_for(struct host *host, double seconds)
{
    double end_s = clock_now_s() + seconds, left = seconds;

    while (left > 0) {
        struct timespec time = { .tv_nsec = (long) (fmin(left, 0.25) * 1e9) };
        nanosleep(&time, NULL);
        host_look(host);
        left = end_s - clock_now_s();
    }
}

static int play_wait(struct player *player, const struct step *step, struct error *error)
{
    (void) error;
    pause_for(player->host, fmin(step->seconds, player_left(player)));
    return check_time(player, step);
}

/* One look: whether the claims hold now. With `last`, a message is made where they do not. */
static int look(struct player *player, const struct step *step, bool last, struct error *error)
{
    struct exchange exchange;
    jv input = jv_null();

    if (step->request_count > 0) {
        int status = send_one(player, step->requests, &exchange, error);
        if (status == 0) {
            input = player_answer(player, &exchange);
            if (last)
                player_note(player, &exchange, 1);
        }
        player_release(&exchange);
        if (status != 0)
            return status;
    }
    int status = player_claims(player, step->line, &step->claims, input, !last, error);
    jv_free(input);
    return status;
}

static int play_until(struct player *player, const struct step *step, struct error *error)
{
    double end_s = clock_now_s() + fmin(step->seconds, player_left(player));

    for (;;) {
        bool last = clock_now_s() >= end_s;
        int status = look(player, step, last, error);
        if (status != PLAY_FAILED || last) {
            if (status == PLAY_FAILED && player->message.size > 0)
                buffer_printf(&player->message, "\n  (waited for %.1f s)", step->seconds);
            return status;
        }
        pause_for(player->host, 0.05);
    }
}

/* ---- The service's life --------------------------------------------------------------------- */

static int start_again(struct player *player, const struct step *step, struct error *error)
{
    char reason[3000];
    double ready_s;
    int status = host_start_again(player->host, &ready_s, reason, sizeof(reason), error);

    if (status == 0 && *reason)
        status = player_fail(player, step->line, "the service did not start again: %s", reason);
    if (status == 0)
        player_note_text(player, "# the service was started again on the same data");
    return status;
}

static int play_kill(struct player *player, const struct step *step, struct error *error)
{
    (void) step;
    player_note_text(player, "# SIGKILL");
    return host_kill(player->host, error);
}

static int play_stop(struct player *player, const struct step *step, struct error *error)
{
    char reason[300];
    int status = host_stop(player->host, 5, reason, sizeof(reason), error);

    player_note_text(player, "# SIGTERM");
    if (status == 0 && *reason)
        status = player_fail(player, step->line, "the service has to end on SIGTERM: %s", reason);
    return status;
}

static int play_restart(struct player *player, const struct step *step, struct error *error)
{
    int status = play_stop(player, step, error);

    return status != 0 ? status : start_again(player, step, error);
}

static int kill_now(void *context, struct error *error)
{
    return host_kill(context, error);
}

static int play_round(struct player *player, const struct step *step, uint32_t round,
                      struct error *error)
{
    double part = step->seconds / step->times;
    struct client_run run = {
        .alarm = kill_now,
        .context = player->host,
        .alarm_s = fmax((round + draw_share(player)) * part, 0.0005),
    };
    struct exchange *exchanges;
    const struct request **of;
    size_t count;
    char note[80];

    player_set_text(player, "round", jv_number(round));
    int status = prepare_all(player, step, &exchanges, &of, &count, error);
    for (size_t i = 0; i < count; i++)
        exchanges[i].no_new_tries = true;
    if (status == 0)
        status = player_run(player, exchanges, count, &run, error);
    if (status == 0)
        status = take_answers(player, step, exchanges, of, count, false, error);
    release_all(exchanges, of, count);
    snprintf(note, sizeof(note), "# SIGKILL %.1f ms after that was sent", run.alarm_s * 1000);
    player_note_text(player, note);
    if (status == 0)
        status = start_again(player, step, error);
    return status != 0 ? status : play_steps(player, &step->steps, error);
}

static int play_crash(struct player *player, const struct step *step, struct error *error)
{
    int status = 0;

    for (uint32_t round = 0; round < step->times && status == 0; round++) {
        status = play_round(player, step, round, error);
        if (status == 0)
            status = check_time(player, step);
    }
    return status;
}

/* ---- Single checks -------------------------------------------------------------------------- */

static int play_set(struct player *player, const struct step *step, struct error *error)
{
    return player_captures(player, step->line, step->captures, step->capture_count, jv_null(), true,
                           error);
}

static int play_check(struct player *player, const struct step *step, struct error *error)
{
    return player_claims(player, step->line, &step->claims, jv_null(), false, error);
}

static int play_signed(struct player *player, const struct step *step, struct error *error)
{
    size_t at = 0;

    while (at < player->receiver_count && strcmp(player->scripts[at].name, step->receiver) != 0)
        at++;
    if (at == player->receiver_count)
        return player_fail(player, step->line, "the probe has no receiver '%s'", step->receiver);
    for (const char *const *secret = step->secrets; *secret; secret++) {
        AUTO_FREE char *text = NULL;
        size_t index = 0;
        int status = player_expand(player, step->line, *secret, &text, error);
        if (status != 0)
            return status;
        const char *fault = receiver_signature_fault(player->receivers[at], text, &index);
        if (fault)
            return player_fail(player, step->line,
                               "request %zu to '%s' is not signed as Standard Webhooks says: %s",
                               index + 1, step->receiver, fault);
    }
    return 0;
}

static int play_memory(struct player *player, const struct step *step, struct error *error)
{
    uint64_t cpu_ns, bytes;
    char used[32], wanted[32];
    int status = host_usage(player->host, &cpu_ns, &bytes, error);

    if (status < 0 || bytes < step->bytes)
        return status;
    text_bytes(bytes, used, sizeof(used));
    text_bytes(step->bytes, wanted, sizeof(wanted));
    return player_fail(player, step->line, "the service used %s of memory; expected: below %s",
                       used, wanted);
}

/* ---- The probe ------------------------------------------------------------------------------ */

static int start_step(struct player *player, const struct step *step, struct error *error)
{
    return start_again(player, step, error);
}

/* NOLINTNEXTLINE(misc-no-recursion): steps in steps, as deep as the YAML */
static int play_step(struct player *player, const struct step *step, struct error *error)
{
    static int (*const plays[])(struct player *, const struct step *, struct error *) = {
        [STEP_REQUEST] = play_request, [STEP_PARALLEL] = play_parallel, [STEP_REPEAT] = play_repeat,
        [STEP_SET] = play_set,         [STEP_CHECK] = play_check,       [STEP_WAIT] = play_wait,
        [STEP_UNTIL] = play_until,     [STEP_KILL] = play_kill,         [STEP_STOP] = play_stop,
        [STEP_START] = start_step,     [STEP_RESTART] = play_restart,   [STEP_CRASH] = play_crash,
        [STEP_LOAD] = player_load,     [STEP_SIGNED] = play_signed,     [STEP_MEMORY] = play_memory,
    };

    return plays[step->kind](player, step, error);
}

/* NOLINTNEXTLINE(misc-no-recursion): steps in steps, as deep as the YAML */
static int play_steps(struct player *player, const struct steps *steps, struct error *error)
{
    int status = 0;

    for (size_t i = 0; i < steps->count && status == 0; i++)
        status = play_step(player, &steps->items[i], error);
    return status;
}

static uint64_t hash_text(const char *text)
{
    uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a */

    for (; *text; text++)
        hash = (hash ^ (unsigned char) *text) * 0x100000001b3u;
    return hash;
}

static void set_known_texts(struct player *player, uint64_t seed)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    char unique[13] = "", base[40];

    player->random = random_mix(seed) ^ hash_text(player->probe->id);
    for (size_t i = 0; i + 1 < sizeof(unique); i++)
        unique[i] = letters[player_draw(player) % (i ? 36 : 26)];
    unique[sizeof(unique) - 1] = '\0';
    snprintf(base, sizeof(base), "http://127.0.0.1:%d", HOST_PORT);
    player_set_text(player, "unique", jv_string(unique));
    player_set_text(player, "base", jv_string(base));
    player_set_text(player, "seed", jv_number((double) (seed & 0xffffffff)));
}

static int expand_headers(struct player *player, struct headers *headers, struct arena *arena,
                          struct error *error)
{
    struct header *items = arena_array(arena, headers->count + 1, sizeof(*items));

    if (!items)
        return no_memory(error);
    for (size_t i = 0; i < headers->count; i++) {
        items[i] = headers->items[i];
        AUTO_FREE char *value = NULL;
        if (!items[i].value)
            continue;
        int status = player_expand(player, player->probe->line, items[i].value, &value, error);
        if (status != 0)
            return status;
        items[i].value = arena_strdup(arena, value);
        if (!items[i].value)
            return no_memory(error);
    }
    headers->items = items;
    return 0;
}

static int expand_script(struct player *player, struct receiver_script *script, struct arena *arena,
                         struct error *error)
{
    struct scripted_reply *replies = arena_array(arena, script->count, sizeof(*replies));

    if (!replies)
        return no_memory(error);
    for (size_t i = 0; i < script->count; i++) {
        replies[i] = script->replies[i];
        int status = expand_headers(player, &replies[i].headers, arena, error);
        if (status == 0 && replies[i].body) {
            AUTO_FREE char *body = NULL;
            status = player_expand(player, player->probe->line, replies[i].body, &body, error);
            if (status == 0 && !(replies[i].body = arena_strdup(arena, body)))
                status = no_memory(error);
        }
        if (status != 0)
            return status;
    }
    script->replies = replies;
    return 0;
}

/* First all of them listen, then their scripts may name each other's URLs. */
static int open_receivers(struct player *player, struct arena *arena, struct error *error)
{
    const struct probe *probe = player->probe;
    int status = 0;

    player->receivers = arena_array(arena, probe->receiver_count + 1, sizeof(struct receiver *));
    player->scripts = arena_array(arena, probe->receiver_count + 1, sizeof(*player->scripts));
    if (!player->receivers || !player->scripts)
        return no_memory(error);
    for (size_t i = 0; i < probe->receiver_count && status == 0; i++) {
        char url[40];
        player->scripts[i] = probe->receivers[i];
        status = receiver_new(host_room(player->host), host_next_port(player->host),
                              &probe->receivers[i], player->start_s, &player->receivers[i], error);
        if (status < 0)
            break;
        player->receiver_count++;
        snprintf(url, sizeof(url), "http://127.0.0.1:%d", receiver_port(player->receivers[i]));
        player->texts =
            jv_object_set(player->texts, jv_string(probe->receivers[i].name), jv_string(url));
    }
    for (size_t i = 0; i < player->receiver_count && status == 0; i++) {
        status = expand_script(player, &player->scripts[i], arena, error);
        receiver_set_script(player->receivers[i], &player->scripts[i]);
    }
    return status;
}

static void free_player(struct player *player)
{
    for (size_t i = 0; i < player->receiver_count; i++)
        receiver_free(player->receivers[i]);
    for (size_t i = 0; i < player->body_count; i++)
        buffer_clear(&player->bodies[i].bytes);
    for (size_t i = 0; i < NOTES_MOST; i++)
        free(player->notes[i]);
    free(player->bodies);
    buffer_clear(&player->message);
    jv_free(player->texts);
    jv_free(player->variables);
}

/* A service that died explains what came of it. */
static int add_death(struct player *player, int status)
{
    char how[300];

    if (status >= 0 && player->cut)
        pause_for(player->host, 0.05); /* its end may be on the way */
    if (status < 0 || !host_started(player->host) || host_running(player->host, how, sizeof(how)))
        return status;
    AUTO_FREE char *tail = host_log_tail(player->host, 1200);
    if (status == 0)
        status = player_fail(player, player->probe->line, "the service ended during this probe");
    buffer_printf(&player->message, "\n  the service %s%s%s", how,
                  tail && *tail ? "; its log ends with:\n" : "", tail ? tail : "");
    return status;
}

static int fill_result(struct player *player, int status, struct probe_result *ret,
                       struct error *error)
{
    ret->probe = player->probe;
    ret->seconds = clock_now_s() - player->start_s;
    ret->status = status == 0 ? PROBE_PASSED : PROBE_FAILED;
    ret->line = player->line;
    ret->load = player->load;
    ret->message = status == 0 ? strdup("") : strdup(player->message.data);
    ret->reproduce = status == 0 ? strdup("") : player_notes(player);
    if (!ret->message || !ret->reproduce)
        return no_memory(error);
    return host_usage(player->host, &ret->cpu_ns, &ret->memory_bytes, error);
}

int play_probe(struct host *host, const struct probes *probes, const struct probe *probe,
               uint64_t seed, struct probe_result *ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct player player = { .host = host,
                             .probes = probes,
                             .probe = probe,
                             .texts = jv_object(),
                             .variables = jv_object() };

    *ret = (struct probe_result){ 0 };
    player.start_s = clock_now_s();
    player.end_s = player.start_s + probe->time_s;
    set_known_texts(&player, seed);
    int status = arena ? open_receivers(&player, arena, error) : no_memory(error);
    if (status == 0)
        status = play_steps(&player, &probe->steps, error);
    status = add_death(&player, status);
    if (status >= 0)
        status = fill_result(&player, status, ret, error);
    if (status < 0)
        probe_result_clear(ret);
    free_player(&player);
    return status < 0 ? status : 0;
}
