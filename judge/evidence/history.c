/*
 * From a git history to facts. Where there is none, or it could not be read, each is absent with
 * the reason: a candidate who was not asked for a history did nothing wrong.
 */

#include "judge/evidence/evidence.h"

#include "judge/base/memory.h"
#include "judge/review/history.h"

#include <stdio.h>

static void all_absent(struct evidence *evidence, const char *why)
{
    static const char *const names[] = { "history.commits", "history.largest_commit",
                                         "history.messages.poor", "history.files.unwanted" };

    for (size_t i = 0; i < COUNT(names); i++)
        evidence_absent(evidence, names[i], why, SOURCE_FILE, ".git");
}

static void set_largest(struct evidence *evidence, const struct history *history)
{
    const struct history_commit *largest = history_largest(history);
    char where[60];

    if (!largest) {
        evidence_absent(evidence, "history.largest_commit", "no commit could be compared",
                        SOURCE_FILE, ".git");
        return;
    }
    snprintf(where, sizeof(where), "commit %.12s", largest->id);
    evidence_set(evidence, "history.largest_commit", (double) largest->lines, SOURCE_FILE, where);
}

void evidence_set_history(struct evidence *evidence, const struct history *history)
{
    char where[60];

    if (history->absent) {
        all_absent(evidence, history->absent);
        return;
    }
    if (history->end == HISTORY_BROKEN) {
        all_absent(evidence, history->why ? history->why : "it could not be read");
        return;
    }
    snprintf(where, sizeof(where), ".git, commit %.12s", history->head);
    evidence_set(evidence, "history.commits", (double) history->commit_count, SOURCE_FILE, where);
    evidence_set(evidence, "history.messages.poor", (double) history_poor_messages(history),
                 SOURCE_FILE, where);
    set_largest(evidence, history);
    if (history->files_cut)
        evidence_absent(evidence, "history.files.unwanted", "not all that is tracked was looked at",
                        SOURCE_FILE, where);
    else
        evidence_set(evidence, "history.files.unwanted", (double) history_unwanted_files(history),
                     SOURCE_FILE, where);
}
