#ifndef ASSAY_SERVICE_PLAYER_H
#define ASSAY_SERVICE_PLAYER_H

/* Internal: one probe while it is played. Functions that play return 0, a negative errno (the judge
 * cannot go on), or PLAY_FAILED, when the service did not do what it should; then the message is
 * set. */

#include "judge/service/play.h"
#include "judge/service/receiver.h"

enum { PLAY_FAILED = 1, NOTES_MOST = 12 };

/* Raw bytes of a named answer, for byte-for-byte comparison. */
struct named_body {
    const char *name;
    struct buffer bytes;
};

struct player {
    struct host *host;
    const struct probes *probes;
    const struct probe *probe;
    double start_s, end_s;
    uint64_t random;
    jv texts;     /* what ${…} gives first: base, unique, seed, i, round, URLs of receivers */
    jv variables; /* what $… gives in filters; ${…} looks here second */
    struct receiver **receivers;
    struct receiver_script *scripts; /* with ${…} replaced */
    size_t receiver_count;
    struct named_body *bodies;
    size_t body_count, body_capacity;
    char *notes[NOTES_MOST]; /* the last exchanges as text, a ring */
    size_t note_count;
    struct load_figures load;
    struct buffer message;
    int line;
    bool cut; /* a connection was: the service may be dying */
};

/* Sets the message and line of the failure, where there is none yet. Returns PLAY_FAILED. */
int player_fail(struct player *player, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
double player_left(const struct player *player);
uint64_t player_draw(struct player *player);

/* Sends them within what is left of the probe's time. */
int player_run(struct player *player, struct exchange *exchanges, size_t count,
               struct client_run *run, struct error *error);

/* ---- play_load.c ---------------------------------------------------------------------------- */

int player_load(struct player *player, const struct step *step, struct error *error);

/* ---- variables.c ---------------------------------------------------------------------------- */

void player_set(struct player *player, const char *name, jv value);      /* takes value */
void player_set_text(struct player *player, const char *name, jv value); /* takes value */
void player_append(struct player *player, const char *name, jv value);   /* takes value */
/* Replaces ${…}; *ret is the caller's: free(). */
int player_expand(struct player *player, int line, const char *text, char **ret,
                  struct error *error);
/* The same in all strings of a value; a string that is "${name}" alone becomes the value. Borrows.
 */
int player_expand_value(struct player *player, int line, jv value, jv *ret, struct error *error);
/* Runs a filter with what the receivers have now. Takes `input`. */
int player_filter(struct player *player, size_t filter, jv input, jv *ret, struct error *error);
/* Checks claims against `input` (borrowed): the first that does not hold fails. With `quiet`, no
 * message is made: 0 or PLAY_FAILED. */
int player_claims(struct player *player, int line, const struct claims *claims, jv input,
                  bool quiet, struct error *error);
int player_captures(struct player *player, int line, const struct capture *captures, size_t count,
                    jv input, bool may_be_null, struct error *error);

/* ---- answer.c ------------------------------------------------------------------------------- */

/* Fills an exchange from a request; exchange_clear_request() frees what it owns. */
int player_prepare(struct player *player, const struct request *request, struct exchange *exchange,
                   struct error *error);
void player_release(struct exchange *exchange);
/* An answer as filters see it. */
jv player_answer(const struct player *player, const struct exchange *exchange);
/* Whether the answer is what was expected; with `quiet` without a message. Names and captures are
 * stored. */
int player_expect(struct player *player, const struct request *request,
                  const struct exchange *exchange, jv answer, bool quiet, struct error *error);
int player_store(struct player *player, const struct request *request,
                 const struct exchange *exchange, jv answer, struct error *error);

/* ---- transcript.c --------------------------------------------------------------------------- */

/* Notes an exchange for the report; `times` > 1: so many of them at the same moment. */
void player_note(struct player *player, const struct exchange *exchange, size_t times);
void player_note_text(struct player *player, const char *text);
/* All notes as one text; the caller's; NULL when memory is out. */
char *player_notes(const struct player *player);

#endif
