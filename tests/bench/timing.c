/*
 * How far measured CPU time is from repeating itself: runs programs that do a fixed piece of work,
 * one after the other in rounds, in a room that is held to one CPU and in one that is not.
 *
 *   timing LOAD COUNT CPU
 *
 * LOAD is the program of load.c, static; CPU is where the first room is held. Prints one JSON
 * object: the CPU time of each run, in milliseconds.
 */
#include "sandbox/sandbox.h"

#include <stdio.h>
#include <stdlib.h>

#define MOST 1000

enum { PINNED, FREE, ROOMS };
enum { CPU, MEMORY, ALLOC, KINDS };
static const char *const room_names[] = { "pinned", "free" };
static const char *const kind_names[] = { "cpu", "memory", "alloc" };

static double samples[KINDS][ROOMS][MOST];

static void give_up(const char *what, const struct sandbox_error *error)
{
    fprintf(stderr, "timing: %s: %s (%s)\n", what, error->message, error->remedy);
    exit(1);
}

static struct sandbox_room *open_room(struct sandbox *sandbox, const char *load, int cpu)
{
    const struct sandbox_bind binds[] = { { .source = load, .target = "/prog/load" } };
    struct sandbox_room_config config = { .binds = binds, .bind_count = 1, .cpu = cpu };
    struct sandbox_room *room;
    struct sandbox_error error;

    if (sandbox_room_open(sandbox, &config, &room, &error) < 0)
        give_up("opening a room", &error);
    return room;
}

/* CPU time of a run under the limits that judging uses, in milliseconds. */
static double run(struct sandbox_room *room, const char *kind)
{
    const char *arguments[] = { "/prog/load", kind, NULL };
    struct sandbox_run run = {
        .arguments = arguments,
        .input_fd = -1,
        .output_fd = -1,
        .error_fd = -1,
        .limits = { .cpu_ns = 10000000000u, .memory_bytes = 256u << 20, .processes = 16 },
    };
    struct sandbox_result result;
    struct sandbox_error error;

    if (sandbox_run(room, &run, &result, &error) < 0)
        give_up("a run", &error);
    if (result.outcome != SANDBOX_EXITED || result.exit_status != 0) {
        fprintf(stderr, "timing: %s ended with %s\n", kind, sandbox_outcome_name(result.outcome));
        exit(1);
    }
    double cpu_ms = (double) result.cpu_ns / 1e6;

    sandbox_result_clear(&result);
    return cpu_ms;
}

static void print(int count)
{
    for (int kind = 0; kind < KINDS; kind++) {
        printf("%s\"%s\": {", kind ? ", " : "{", kind_names[kind]);
        for (int room = 0; room < ROOMS; room++) {
            printf("%s\"%s\": [", room ? ", " : "", room_names[room]);
            for (int i = 0; i < count; i++)
                printf("%s%.3f", i ? ", " : "", samples[kind][room][i]);
            printf("]");
        }
        printf("}");
    }
    printf("}\n");
}

int main(int argc, char **argv)
{
    struct sandbox *sandbox;
    struct sandbox_room *rooms[ROOMS];
    struct sandbox_error error;
    int count = argc > 2 ? atoi(argv[2]) : 0;

    if (argc != 4 || count < 1 || count > MOST) {
        fprintf(stderr, "usage: timing LOAD COUNT CPU\n");
        return 2;
    }
    if (sandbox_open(NULL, &sandbox, &error) < 0)
        give_up("no sandbox", &error);
    rooms[PINNED] = open_room(sandbox, argv[1], 1 + atoi(argv[3]));
    rooms[FREE] = open_room(sandbox, argv[1], 0);
    for (int i = -1; i < count; i++) /* the first round warms up */
        for (int kind = 0; kind < KINDS; kind++)
            for (int room = 0; room < ROOMS; room++)
                samples[kind][room][i < 0 ? 0 : i] = run(rooms[room], kind_names[kind]);
    print(count);
    for (int room = 0; room < ROOMS; room++)
        sandbox_room_free(rooms[room]);
    sandbox_close(sandbox);
    return 0;
}
