#ifndef ASSAY_EVIDENCE_FACTS_H
#define ASSAY_EVIDENCE_FACTS_H

/*
 * The catalogue of facts: every name that evidence may have, with its type, unit, bounds, and which
 * direction is better. docs/evidence.schema.json and the tables of docs/rubrics.md come from it
 * (`assay rubric facts`).
 */

#include <stdbool.h>
#include <stddef.h>

enum fact_type { FACT_BOOL, FACT_COUNT, FACT_NUMBER, FACT_RATIO, FACT_WORD };

enum fact_better {
    FACT_NEITHER, /* it is neither good nor bad by itself */
    FACT_MORE,    /* of numbers; of bool: true */
    FACT_LESS,    /* of numbers; of bool: false */
    FACT_LATER,   /* of words: they stand from the worst to the best */
};

/* Bits: in which evidence a fact occurs. */
enum evidence_kind { EVIDENCE_ALGORITHM = 1, EVIDENCE_SERVICE = 2, EVIDENCE_REVIEW = 4 };

struct fact {
    const char *name;
    const char *unit;         /* "" for none */
    const char *const *words; /* FACT_WORD: NULL-terminated */
    const char *most;         /* the fact that this one never passes; NULL: none */
    const char *about;        /* one sentence */
    double high;              /* bounds are 0 and this, both possible; words: their number - 1 */
    enum fact_type type;
    enum fact_better better;
    unsigned kinds; /* enum evidence_kind */
};

size_t fact_count(void);
const struct fact *fact_at(size_t index); /* 0 … fact_count() - 1 */
/* The place of a name in the catalogue; -1: no such fact. */
int fact_find(const char *name);
/* The name that looks most like it, for "did you mean"; NULL: none does. */
const char *fact_near(const char *name);
/* The place of a word; -1: the fact is no word or never this one. */
int fact_word(const struct fact *fact, const char *word);
const char *fact_type_name(enum fact_type type); /* "count" */
/* "more", "less", "yes", "no", "later words", "neither" */
const char *fact_better_name(const struct fact *fact);
/* The number of words in a list. */
size_t fact_words(const struct fact *fact);
/* One step to better: 1 for counts, a word, a hundredth of the range of what has bounds, else a
 * tenth. `most` is the value of the fact that bounds it (INFINITY: none). False where there is
 * nothing better. */
bool fact_improve(const struct fact *fact, double value, double most, double *ret);

/* The words of the contract that names are made of; NULL-terminated. */
extern const char *const fact_principles[], *const fact_aspects[], *const fact_sections[];

/* "algorithm"; and back: 0 for none. */
const char *evidence_kind_name(enum evidence_kind kind);
unsigned evidence_kind_find(const char *name);

#endif
