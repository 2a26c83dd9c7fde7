#ifndef ASSAY_REVIEW_README_INTERNAL_H
#define ASSAY_REVIEW_README_INTERNAL_H

/* Internal: what the parts of reading a README share. */

#include "judge/base/text.h"
#include "judge/review/readme.h"
#include "judge/review/sources.h"

/* ---- Patterns (readme_words.c) -----------------------------------------------------------------
 */

enum readme_word {
    WORD_PROGRAM, /* a line that begins with a program that is known */
    WORD_PROSE,   /* and is a sentence all the same */
    WORD_COMMENT, /* <status>: what a comment behind a command documents */
    WORD_BEFORE,  /* the same of one before it */
    WORD_OUTPUT,  /* of what a command prints */
    WORD_ANSWER,  /* of a sentence behind the block */
    WORD_SHOWN,   /* a paragraph that says that the answer comes now */
    WORD_TEMPLATE,
    WORD_PLACEHOLDER,
    WORD_ENDPOINT, /* <methods>, <path> */
    WORD_VARIABLE, /* <name>, in code */
    WORD_PAIRS,    /* <name> before "=" */
    WORD_PORT,     /* <port>: its default; <other>: of a URL */
    WORD_SETTING,  /* it speaks of variables */
    WORD_URL,      /* a link that has a scheme */
};

/* NULL: memory was out. */
struct pattern *readme_word(struct readme *readme, enum readme_word word);
bool readme_has(struct readme *readme, enum readme_word word, const char *text, size_t size);
/* The group <status> of it; 0: it is not there. */
int readme_status(struct readme *readme, enum readme_word word, const char *text, size_t size);

/* ---- Commands (readme_shell.c) --------------------------------------------------------------- */

/* A block of code. */
struct readme_block {
    const char *text;
    size_t size;
    int line;         /* of its first line */
    const char *info; /* of its fence; "" for none */
};

/* Takes the commands out of a block, with the statuses that are documented in it. What is no shell
 * is passed over. *ret_commands: how many it had. Errors   -ENOMEM. */
int readme_take_block(struct readme *readme, const struct readme_block *block, size_t *ret_commands,
                      struct error *error);
/* What a command is for; sets role, reason, network and request (readme_roles.c). */
int readme_take_role(struct readme *readme, struct readme_command *command, struct error *error);
/* Reads a command of curl (readme_curl.c). Errors   -ENOMEM; what is not understood is not plain.
 */
int readme_take_request(struct readme *readme, struct readme_command *command, struct error *error);

/* ---- Answers (readme_answer.c) --------------------------------------------------------------- */

/* Takes a text that stands behind a command for the answer, where it plainly is one. */
int readme_take_answer(struct readme *readme, struct readme_command *command, const char *text,
                       int line, struct error *error);
/* The same of what stands in a block behind each of its commands, from the command `first` on. */
int readme_take_answers(struct readme *readme, const struct readme_block *block, size_t first,
                        struct error *error);

/* ---- Routes (readme_routes.c) ---------------------------------------------------------------- */

/* The endpoints that the sources have. */
int readme_take_routes(struct readme *readme, const struct sources *sources, struct error *error);
/* Whether a word, such as a path, ends like the route, or is its end: in more than its blanks. */
bool readme_ends_like(const char *word, size_t size, const struct readme_route *route);
/* Whether a path is asked by machines, or to see whether the service lives. */
bool readme_is_of_operators(const char *path, size_t size);
/* One finding for all of them that the README names nowhere, where it names some. */
int readme_review_routes(const struct readme *readme, struct review *review, struct error *error);

/* ---- Findings (readme_rules.c) --------------------------------------------------------------- */

struct readme_place {
    const char *file;
    int line;
    const char *code;
};

/* Adds a finding that is not of the README itself. Errors   -ENOMEM. */
int readme_finding_at(struct review *review, const struct readme_place *place, const char *rule,
                      const char *message, struct error *error);

#endif
