#ifndef ASSAY_REVIEW_READER_H
#define ASSAY_REVIEW_READER_H

/* What the files of the reader of git histories share (history.c says what that is). It is one
 * program of one thread, which ends when memory is out: nothing that it says is worth more. */

#include <git2.h>
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    READER_BLOB_BYTES = 1 << 20, /* larger ones are not compared line by line */
    READER_RENAMES = 400
};

struct reader {
    git_repository *repository;
    git_odb *odb;
    git_commit *head;
    git_tree *head_tree, *base_tree; /* base_tree: NULL where there is no base */
    long seconds;                    /* of its own time, after which it stops */
    size_t secrets;
};

/* Takes a line, and writes it at once. */
void reader_print(json_t *line);
/* What git could not do. */
void reader_fault(const char *what);
/* Names and messages in git are bytes. Those that are not UTF-8 keep their ASCII. NULL: null. */
json_t *reader_text(const char *value);
json_t *reader_text_of(const char *text, size_t size);
json_t *reader_id(const git_oid *id);
/* Whether it has used up its time; its own, so that a busy machine reads as far as an idle one. */
bool reader_is_late(const struct reader *reader);

/* A line for each of the newest `most` commits, down to the base; NULL: to the first. */
void reader_commits(struct reader *reader, const git_oid *base, size_t most);
/* A line for each file that the newest commit has. */
void reader_files(struct reader *reader);
/* A line for each file below the directory `tree` that is not as in `base`; sets base_tree. */
bool reader_compare_base(struct reader *reader, const git_commit *base, const char *tree);

#endif
