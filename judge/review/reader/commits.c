/*
 * The commits of a history, from the newest on: what each says and changed, and secrets in lines
 * that are gone. In the same process and room as history.c.
 */

#include "judge/review/reader/reader.h"

#include <stdio.h>
#include <string.h>

enum {
    FILES_A_COMMIT = 2000, /* that are told one by one */
    SUBJECT_BYTES = 400,
    SECRETS = 50,
    CHECK_LINES = 4096 /* after so many lines the clock is looked at */
};

/* ---- What a commit changed ----------------------------------------------------------------------
 */

struct change {
    struct reader *reader;
    const git_oid *commit;
    json_t *files; /* [path, lines added, lines removed] */
    const git_diff_file *file;
    size_t lines, added, removed, more_added, more_removed;
    bool late;
};

/* Told so far, the lines of one file. */
static void end_file(struct change *change)
{
    if (!change->file)
        return;
    if (json_array_size(change->files) < FILES_A_COMMIT) {
        json_array_append_new(change->files,
                              json_pack("[o,I,I]", reader_text(change->file->path),
                                        (json_int_t) change->added, (json_int_t) change->removed));
    } else {
        change->more_added += change->added;
        change->more_removed += change->removed;
    }
    change->file = NULL;
    change->added = change->removed = 0;
}

static int on_file(const git_diff_delta *delta, float progress, void *context)
{
    struct change *change = context;

    (void) progress;
    end_file(change);
    change->file = delta->status == GIT_DELTA_DELETED ? &delta->old_file : &delta->new_file;
    change->late = reader_is_late(change->reader);
    return change->late ? GIT_EUSER : 0;
}

/* Forms of keys that services give out, which nothing else looks like. Whether it is one is decided
 * by a pattern later. */
static bool may_be_secret(const char *line, size_t size)
{
    static const char *const marks[] = {
        "AKIA",  "ASIA",  "ghp_",     "github_pat_", "glpat-",
        "xoxb-", "xoxp-", "sk_live_", "rk_live_",    "PRIVATE KEY-----"
    };

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (memmem(line, size, marks[i], strlen(marks[i])))
            return true;
    }
    return false;
}

/* Whether the file as it is today still has the line: then the sources' own rules find it. */
static bool is_there_still(const struct reader *reader, const char *path, const char *line,
                           size_t size)
{
    git_tree_entry *entry = NULL;
    git_blob *blob = NULL;
    bool found = false;

    if (git_tree_entry_bypath(&entry, reader->head_tree, path) == 0 &&
        git_blob_lookup(&blob, reader->repository, git_tree_entry_id(entry)) == 0)
        found = memmem(git_blob_rawcontent(blob), (size_t) git_blob_rawsize(blob), line, size);
    git_blob_free(blob);
    git_tree_entry_free(entry);
    return found;
}

static void look_for_secret(struct change *change, const git_diff_line *line)
{
    size_t size = line->content_len;

    while (size > 0 && (line->content[size - 1] == '\n' || line->content[size - 1] == '\r'))
        size--;
    if (change->reader->secrets >= SECRETS || size > 1000 || !may_be_secret(line->content, size) ||
        is_there_still(change->reader, change->file->path, line->content, size))
        return;
    change->reader->secrets++;
    reader_print(json_pack("{s:o,s:o,s:i,s:o}", "secret", reader_text_of(line->content, size),
                           "path", reader_text(change->file->path), "line", line->new_lineno,
                           "commit", reader_id(change->commit)));
}

static int on_line(const git_diff_delta *delta, const git_diff_hunk *hunk,
                   const git_diff_line *line, void *context)
{
    struct change *change = context;

    (void) delta;
    (void) hunk;
    if (line->origin == GIT_DIFF_LINE_ADDITION) {
        change->added++;
        look_for_secret(change, line);
    } else if (line->origin == GIT_DIFF_LINE_DELETION) {
        change->removed++;
    }
    if (++change->lines % CHECK_LINES == 0 && reader_is_late(change->reader)) {
        change->late = true;
        return GIT_EUSER;
    }
    return 0;
}

/* Between a commit's parent (none: an empty tree) and itself; false where it could not be had. */
static bool compare(struct reader *reader, const git_commit *commit, struct change *change)
{
    git_diff_options options;
    git_diff_find_options renames;
    git_commit *parent = NULL;
    git_tree *before = NULL, *after = NULL;
    git_diff *diff = NULL;

    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    git_diff_find_options_init(&renames, GIT_DIFF_FIND_OPTIONS_VERSION);
    options.context_lines = 0;
    options.max_size = READER_BLOB_BYTES;
    options.flags = GIT_DIFF_IGNORE_SUBMODULES;
    renames.flags = GIT_DIFF_FIND_RENAMES;
    renames.rename_limit = READER_RENAMES;
    bool good = git_commit_tree(&after, commit) == 0;
    if (good && git_commit_parentcount(commit) > 0)
        good = git_commit_parent(&parent, commit, 0) == 0 && git_commit_tree(&before, parent) == 0;
    good = good && git_diff_tree_to_tree(&diff, reader->repository, before, after, &options) == 0 &&
           (!before || git_diff_find_similar(diff, &renames) == 0) &&
           git_diff_foreach(diff, on_file, NULL, NULL, on_line, change) == 0;
    if (good)
        end_file(change);
    git_diff_free(diff);
    git_tree_free(before);
    git_tree_free(after);
    git_commit_free(parent);
    return good;
}

static bool has_body(const git_commit *commit)
{
    const char *body = git_commit_body((git_commit *) commit);

    return body && strlen(body) >= 20;
}

/* Merges are told, and their changes are not: these are the commits that they join. */
static bool print_commit(struct reader *reader, const git_oid *id)
{
    git_commit *commit = NULL;

    if (git_commit_lookup(&commit, reader->repository, id) < 0)
        return false;
    struct change change = { .reader = reader, .commit = id, .files = json_array() };
    unsigned parents = git_commit_parentcount(commit);
    const char *subject = git_commit_summary(commit);
    size_t length = subject ? strlen(subject) : 0;
    bool counted = parents < 2 && compare(reader, commit, &change);

    if (!counted)
        json_array_clear(change.files);
    if (!change.late) {
        reader_print(json_pack(
            "{s:o,s:i,s:o,s:I,s:b,s:b,s:o,s:[I,I]}", "commit", reader_id(id), "parents",
            (int) parents, "subject",
            reader_text_of(subject ? subject : "", length < SUBJECT_BYTES ? length : SUBJECT_BYTES),
            "subject_bytes", (json_int_t) length, "body", has_body(commit), "counted", counted,
            "files", json_incref(change.files), "more", (json_int_t) change.more_added,
            (json_int_t) change.more_removed));
    }
    json_decref(change.files);
    git_commit_free(commit);
    return !change.late;
}

/* From the newest on. */
void reader_commits(struct reader *reader, const git_oid *base, size_t most)
{
    git_revwalk *walk = NULL;
    git_oid id;
    size_t count = 0;
    const char *end = "all";

    if (git_revwalk_new(&walk, reader->repository) < 0 ||
        git_revwalk_push(walk, git_commit_id(reader->head)) < 0 ||
        (base && git_revwalk_hide(walk, base) < 0)) {
        reader_fault("commits");
        git_revwalk_free(walk);
        return;
    }
    int code = 0;
    while ((code = git_revwalk_next(&id, walk)) == 0) {
        if (count++ >= most || reader_is_late(reader)) {
            end = count > most ? "count" : "time";
            break;
        }
        if (!print_commit(reader, &id)) {
            end = reader_is_late(reader) ? "time" : "broken";
            break;
        }
    }
    if (code < 0 && code != GIT_ITEROVER)
        end = "broken";
    reader_print(json_pack("{s:s}", "end", end));
    git_revwalk_free(walk);
}
