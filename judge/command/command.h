#ifndef ASSAY_COMMAND_H
#define ASSAY_COMMAND_H

/*
 * Commands: one file a subcommand, each a `const struct command`; main.c has the table of them.
 * Commands alone print and decide the exit status; everything below returns values.
 */

#include "judge/base/error.h"
#include "judge/command/options.h"
#include "judge/report/report.h"

#include <stdbool.h>
#include <stddef.h>

#define ASSAY_VERSION "0.1.0"

enum command_exit {
    COMMAND_PASSED = 0,    /* accepted, or all is as it should be */
    COMMAND_REJECTED = 1,  /* judged, and not accepted */
    COMMAND_USAGE = 2,     /* the command line is wrong */
    COMMAND_BAD_INPUT = 3, /* a package or file is wrong */
    COMMAND_NO_ROOM = 4,   /* this host cannot isolate */
    COMMAND_BROKEN = 5,    /* a fault of Assay's own */
};

struct command;

/* What a command gets. */
struct command_input {
    const struct command *command;
    const struct command *const *table; /* all commands, NULL-terminated */
    const void *settings;               /* as its option rows say */
    char **arguments;
    int count;
};

struct command {
    const char *name;
    const char *arguments; /* "P FILE..."; "" when there are none */
    const char *summary;   /* one line for `assay help` */
    const char *help;      /* paragraphs for `assay help NAME`, ending in a newline; "" for none */
    const struct option_row *options;
    size_t settings_bytes;
    int least, most;     /* number of arguments; most -1: any */
    bool until_argument; /* the first argument ends the options */
    bool raw;            /* gets its arguments unparsed */
    bool isolates;       /* runs programs: gets a cgroup from systemd first, where one is needed */
    bool hidden;         /* not listed */
    enum command_exit (*run)(const struct command_input *input);
};

extern const struct command command_problems, command_show, command_start, command_test,
    command_submit, command_grade, command_report, command_score_evidence, command_rubric,
    command_growth, command_stress, command_verify, command_generate, command_new, command_review,
    command_sandbox, command_doctor, command_languages, command_help, command_version,
    command_complete;

/* An option table with nothing in it, and one with --json alone (struct json_settings). */
extern const struct option_row options_none[], options_json[];
struct json_settings {
    bool json;
};
#define OPTION_JSON(settings)                                                                      \
    {                                                                                              \
        .name = "json", .type = OPTION_FLAG, .offset = offsetof(settings, json),                   \
        .help = "print JSON (docs/json.md) instead of text"                                        \
    }

/* The whole program but for the table: finds the command, parses, runs. Returns the exit status. */
int command_main(const struct command *const *table, int argc, char **argv);
const struct command *command_find(const struct command *const *table, const char *name);

/* Help of the program, and of one command. */
void command_print_overview(const struct command *const *table, FILE *file);
void command_print_help(const struct command *command, FILE *file);

/* Writes "assay: file:line: message (remedy)" to stderr and returns `status`. */
enum command_exit command_fail(enum command_exit status, const struct error *error);
/* The status that fits the error's code: bad input for what a user can mend, else broken. */
enum command_exit command_status(const struct error *error);
/* Fails when a JSON report could not be printed; `code` 0 gives `status`. */
enum command_exit command_printed(int code, enum command_exit status);

#endif
