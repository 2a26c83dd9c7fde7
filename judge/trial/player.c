/*
 * Theory of operation: a player is a submission that is compiled and run as in a trial, in rooms
 * with the same limits, but on bytes in memory instead of the files of a test, and nothing decides
 * about its output here.
 */

#include "judge/trial/player.h"

#include "judge/base/text.h"

#include <errno.h>
#include <string.h>

#define MESSAGE_LIMIT 1000

int player_new(struct judge *judge, const struct attempt *attempt, bool no_cache,
               struct player *ret, bool *unsupported, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    const char *message = NULL;
    int code = arena
                   ? player_try(judge, attempt, no_cache, arena, ret, &message, unsupported, error)
                   : error_set(error, -ENOMEM, "out of memory");

    if (code < 0 || ret->program)
        return code;
    return error_set(error, -EINVAL, "%s does not compile: %.380s", attempt->paths[0], message);
}

int player_try(struct judge *judge, const struct attempt *attempt, bool no_cache,
               struct arena *arena, struct player *ret, const char **ret_message, bool *unsupported,
               struct error *error)
{
    const struct package_limits *limits = &judge->package->limits;
    double time_s = attempt->time_limit_s > 0 ? attempt->time_limit_s : TIME_LIMIT_SEARCH_S;
    struct player player = {
        .judge = judge,
        .limits = { .cpu_ns = (uint64_t) (time_s * 1e9),
                    .wall_ns = (uint64_t) ((2 * time_s + 1) * 1e9),
                    .memory_bytes = limits->memory_bytes,
                    .output_bytes = limits->output_bytes },
    };
    int code = judge_build(judge, attempt, no_cache, arena, &player.program, ret_message,
                           unsupported, error);

    if (code == 0)
        *ret = player;
    return code;
}

void player_free(struct player *player)
{
    program_free(player->program);
    *player = (struct player){ 0 };
}

int seat_open(const struct player *player, int cpu, struct seat *ret, struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    struct program_launch launch;
    struct sandbox_error failure;
    int code;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    code =
        program_launch(player->program, arena, player->limits.memory_bytes, NULL, &launch, error);
    if (code < 0)
        return code;
    launch.room_config.cpu = cpu + 1;
    ret->player = player;
    if (sandbox_room_open(player->judge->sandbox, &launch.room_config, &ret->room, &failure) < 0)
        return error_from_sandbox(error, &failure);
    return 0;
}

void seat_close(struct seat *seat)
{
    sandbox_room_free(seat->room);
    *seat = (struct seat){ 0 };
}

void play_clear(struct play *play)
{
    free(play->output);
    free(play->message);
    *play = (struct play){ 0 };
}

static int take_result(const struct decide_limits *limits, struct sandbox_result *result,
                       struct play *play, struct error *error)
{
    AUTO_BUFFER struct buffer message = { 0 };

    play->cpu_s = (double) result->cpu_ns / 1e9;
    if (decide_run(result, limits, &play->verdict, &message) < 0)
        return error_set(error, -ENOMEM, "out of memory");
    if (play->verdict == VERDICT_AC) {
        /* Nothing is an output, too. */
        play->output = result->output ? steal(&result->output) : calloc(1, 1);
        play->output_size = result->output_size;
        return play->output ? 0 : error_set(error, -ENOMEM, "out of memory");
    }
    play->message = text_harmless(message.data ? message.data : "", message.size, MESSAGE_LIMIT);
    return play->message ? 0 : error_set(error, -ENOMEM, "out of memory");
}

int seat_play(const struct seat *seat, const void *input, size_t size, struct play *ret,
              struct error *error)
{
    AUTO_ARENA struct arena *arena = arena_new();
    CLEANUP(sandbox_result_clear) struct sandbox_result result = { 0 };
    struct decide_limits limits = seat->player->limits;
    struct program_launch launch;
    struct sandbox_error failure;
    struct play play = { 0 };
    AUTO_CLOSE int input_fd = -1;
    int code;

    if (!arena)
        return error_set(error, -ENOMEM, "out of memory");
    code = program_launch(seat->player->program, arena, limits.memory_bytes, NULL, &launch, error);
    if (code < 0)
        return code;
    limits.memory_overhead = launch.memory_overhead_bytes;
    if (sandbox_seal_bytes(input, size, &input_fd, &failure) < 0)
        return error_from_sandbox(error, &failure);
    struct sandbox_run run = {
        .arguments = launch.arguments,
        .environment = launch.environment,
        .limits = decide_sandbox_limits(&limits, launch.processes),
        .input_fd = input_fd,
        .output_fd = -1,
        .error_fd = -1,
    };

    if (sandbox_run(seat->room, &run, &result, &failure) < 0)
        return error_from_sandbox(error, &failure);
    code = take_result(&limits, &result, &play, error);
    if (code < 0) {
        play_clear(&play);
        return code;
    }
    *ret = play;
    return 0;
}
