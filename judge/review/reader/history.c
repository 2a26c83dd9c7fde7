/*
 * Theory of operation: a program of its own, and the only code of Assay that opens what git stores.
 * It parses packs, deltas and trees that a candidate handed in, by a library (libgit2) that had
 * faults there before; so it runs inside a room, as a candidate's program does, and never in the
 * judge's process. The room holds a copy of the git directory, without configuration, hooks,
 * attributes and alternates: nothing of these can take effect, whatever the library would do with
 * them. What it finds goes to its output, an object of JSON a line, each written at once, so that
 * what was found before a limit ends it is not lost. It decides nothing: judge/review/history.c
 * does, and trusts not a byte of it.
 *
 *   history SECONDS COMMITS BASE [TREE]   in the directory that holds git/
 *
 * BASE is a revision, "" for none; with TREE, a directory of files as they are now, it prints which
 * lines of them are not those of BASE.
 */

#include <fcntl.h>
#include <ftw.h>
#include <git2.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum {
    FILES_A_COMMIT = 2000, /* that are told one by one */
    TREE_ENTRIES = 50000,
    TREE_LEVELS = 64,
    TREE_DESCRIPTORS = 32,
    BLOB_BYTES = 1 << 20, /* larger ones are not compared line by line */
    TEXT_BYTES = 16 << 10,
    SUBJECT_BYTES = 400,
    SECRETS = 50,
    NAMES = 20,
    RENAMES = 400,
    CHECK_LINES = 4096 /* after so many lines the clock is looked at */
};

#define ALL_BYTES ((uint64_t) 256 << 20) /* of the files that are looked into */

struct reader {
    git_repository *repository;
    git_odb *odb;
    git_commit *head;
    git_tree *head_tree, *base_tree; /* base_tree: NULL where there is no base */
    long seconds;                    /* of its own time, after which it stops */
    size_t secrets;
};

/* ---- Output -------------------------------------------------------------------------------------
 */

static void print_line(json_t *line)
{
    if (!line || json_dumpf(line, stdout, JSON_COMPACT) < 0 || putchar('\n') == EOF ||
        fflush(stdout) != 0)
        exit(EXIT_FAILURE);
    json_decref(line);
}

/* Names and messages in git are bytes. Those that are not UTF-8 keep their ASCII. */
static json_t *text_of(const char *text, size_t size)
{
    json_t *value = json_stringn(text, size);

    if (value)
        return value;
    char *copy = malloc(size + 1);
    if (!copy)
        exit(EXIT_FAILURE);
    for (size_t i = 0; i < size; i++)
        copy[i] = (char) ((signed char) text[i] > 0 ? text[i] : '?');
    value = json_stringn(copy, size);
    free(copy);
    return value;
}

static json_t *text(const char *value)
{
    return value ? text_of(value, strlen(value)) : json_null();
}

static json_t *id_text(const git_oid *id)
{
    char hex[GIT_OID_HEXSZ + 1];

    return json_string(git_oid_tostr(hex, sizeof(hex), id));
}

static void print_fault(const char *what)
{
    const git_error *fault = git_error_last();

    print_line(json_pack("{s:o,s:o}", "fault", text(what), "reason",
                         text(fault && fault->message ? fault->message : "")));
}

/* By its own time, so that a busy machine reads as far as an idle one. */
static bool is_late(const struct reader *reader)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec >= reader->seconds;
}

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
                              json_pack("[o,I,I]", text(change->file->path),
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
    change->late = is_late(change->reader);
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
    print_line(json_pack("{s:o,s:o,s:i,s:o}", "secret", text_of(line->content, size), "path",
                         text(change->file->path), "line", line->new_lineno, "commit",
                         id_text(change->commit)));
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
    if (++change->lines % CHECK_LINES == 0 && is_late(change->reader)) {
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
    options.max_size = BLOB_BYTES;
    options.flags = GIT_DIFF_IGNORE_SUBMODULES;
    renames.flags = GIT_DIFF_FIND_RENAMES;
    renames.rename_limit = RENAMES;
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
        print_line(json_pack(
            "{s:o,s:i,s:o,s:I,s:b,s:b,s:o,s:[I,I]}", "commit", id_text(id), "parents",
            (int) parents, "subject",
            text_of(subject ? subject : "", length < SUBJECT_BYTES ? length : SUBJECT_BYTES),
            "subject_bytes", (json_int_t) length, "body", has_body(commit), "counted", counted,
            "files", json_incref(change.files), "more", (json_int_t) change.more_added,
            (json_int_t) change.more_removed));
    }
    json_decref(change.files);
    git_commit_free(commit);
    return !change.late;
}

/* From the newest on. */
static void print_commits(struct reader *reader, const git_oid *base, size_t most)
{
    git_revwalk *walk = NULL;
    git_oid id;
    size_t count = 0;
    const char *end = "all";

    if (git_revwalk_new(&walk, reader->repository) < 0 ||
        git_revwalk_push(walk, git_commit_id(reader->head)) < 0 ||
        (base && git_revwalk_hide(walk, base) < 0)) {
        print_fault("commits");
        git_revwalk_free(walk);
        return;
    }
    int code = 0;
    while ((code = git_revwalk_next(&id, walk)) == 0) {
        if (count++ >= most || is_late(reader)) {
            end = count > most ? "count" : "time";
            break;
        }
        if (!print_commit(reader, &id)) {
            end = is_late(reader) ? "time" : "broken";
            break;
        }
    }
    if (code < 0 && code != GIT_ITEROVER)
        end = "broken";
    print_line(json_pack("{s:s}", "end", end));
    git_revwalk_free(walk);
}

/* ---- What is tracked ----------------------------------------------------------------------------
 */

static bool is_environment_file(const char *path)
{
    const char *slash = strrchr(path, '/');

    return strncmp(slash ? slash + 1 : path, ".env", 4) == 0;
}

/* What a program for a machine begins with: ELF, Windows, Mach-O. */
static bool is_program(const unsigned char *bytes, size_t size)
{
    return size > 64 && (memcmp(bytes, "\177ELF", 4) == 0 || memcmp(bytes, "MZ\220", 3) == 0 ||
                         memcmp(bytes, "\317\372\355\376", 4) == 0);
}

static void look_into(struct reader *reader, json_t *line, const char *path, const git_oid *id)
{
    git_odb_object *object = NULL;

    if (git_odb_read(&object, reader->odb, id) < 0)
        return;
    const char *bytes = git_odb_object_data(object);
    size_t size = git_odb_object_size(object), head = size < 8000 ? size : 8000;
    bool binary = memchr(bytes, '\0', head);
    json_object_set_new(line, "binary", json_boolean(binary));
    json_object_set_new(line, "program",
                        json_boolean(is_program((const unsigned char *) bytes, size)));
    if (!binary && is_environment_file(path))
        json_object_set_new(line, "text", text_of(bytes, size < TEXT_BYTES ? size : TEXT_BYTES));
    git_odb_object_free(object);
}

static bool is_in_base(const struct reader *reader, const char *path)
{
    git_tree_entry *entry = NULL;
    bool found = reader->base_tree && git_tree_entry_bypath(&entry, reader->base_tree, path) == 0;

    git_tree_entry_free(entry);
    return found;
}

static void print_file(struct reader *reader, const char *path, const git_tree_entry *entry,
                       uint64_t *looked)
{
    json_t *line = json_pack("{s:o,s:b}", "file", text(path), "old", is_in_base(reader, path));
    const git_oid *id = git_tree_entry_id(entry);
    git_object_t type = GIT_OBJECT_INVALID;
    size_t size = 0;

    if (git_odb_read_header(&size, &type, reader->odb, id) == 0 && type == GIT_OBJECT_BLOB) {
        json_object_set_new(line, "size", json_integer((json_int_t) size));
        *looked += size;
        if (size <= 8 * (size_t) BLOB_BYTES && *looked <= ALL_BYTES)
            look_into(reader, line, path, id);
    }
    print_line(line);
}

struct level {
    git_tree *tree;
    size_t next, path_length;
};

/* A tree may name itself as deep as it likes, so this is a list and not the stack. */
static void step(struct reader *reader, struct level *levels, size_t *depth, char *path,
                 size_t path_size, uint64_t *looked)
{
    struct level *level = &levels[*depth - 1];
    const git_tree_entry *entry = git_tree_entry_byindex(level->tree, level->next++);

    path[level->path_length] = '\0';
    if (!entry) {
        git_tree_free(level->tree);
        --*depth;
        return;
    }
    const char *name = git_tree_entry_name(entry);
    int added = snprintf(path + level->path_length, path_size - level->path_length, "%s%s",
                         level->path_length ? "/" : "", name);
    if (added < 0 || (size_t) added >= path_size - level->path_length)
        return;
    if (git_tree_entry_type(entry) == GIT_OBJECT_TREE) {
        if (*depth < TREE_LEVELS && git_tree_lookup(&levels[*depth].tree, reader->repository,
                                                    git_tree_entry_id(entry)) == 0) {
            levels[*depth].next = 0;
            levels[*depth].path_length = level->path_length + (size_t) added;
            ++*depth;
        }
    } else if (git_tree_entry_type(entry) == GIT_OBJECT_BLOB &&
               git_tree_entry_filemode(entry) != GIT_FILEMODE_LINK) {
        print_file(reader, path, entry, looked);
    }
}

static void print_files(struct reader *reader)
{
    static char path[4096];
    struct level levels[TREE_LEVELS] = { 0 };
    uint64_t looked = 0;
    size_t depth = 1, steps = 0;

    if (git_commit_tree(&levels[0].tree, reader->head) < 0) {
        print_fault("files");
        return;
    }
    while (depth > 0 && steps++ < TREE_ENTRIES && !is_late(reader))
        step(reader, levels, &depth, path, sizeof(path), &looked);
    print_line(json_pack("{s:b}", "files_end", depth == 0));
    while (depth > 0)
        git_tree_free(levels[--depth].tree);
}

/* ---- Which lines are not those of the base ------------------------------------------------------
 */

/* nftw() passes no context on. */
static struct {
    git_repository *repository;
    git_index *index;
    size_t root_length;
    bool failed;
} files_now;

static int add_now(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    git_index_entry entry = { 0 };

    (void) status;
    (void) walk;
    if (type != FTW_F)
        return 0;
    entry.mode = GIT_FILEMODE_BLOB;
    entry.path = path + files_now.root_length;
    if (git_blob_create_from_disk(&entry.id, files_now.repository, path) < 0) {
        files_now.failed = true;
        return 1;
    }
    /* git refuses some names, which therefore are no file of the base either. */
    (void) git_index_add(files_now.index, &entry);
    return 0;
}

struct touched {
    struct reader *reader;
    json_t *file;
};

static void end_touched(struct touched *touched)
{
    if (touched->file)
        print_line(touched->file);
    touched->file = NULL;
}

static int on_touched_file(const git_diff_delta *delta, float progress, void *context)
{
    struct touched *touched = context;

    (void) progress;
    end_touched(touched);
    if (delta->status == GIT_DELTA_DELETED)
        return 0;
    touched->file = json_pack("{s:o,s:b,s:[]}", "touched", text(delta->new_file.path), "new",
                              delta->status == GIT_DELTA_ADDED, "lines");
    if (delta->status == GIT_DELTA_RENAMED)
        json_object_set_new(touched->file, "from", text(delta->old_file.path));
    return is_late(touched->reader) ? GIT_EUSER : 0;
}

/* Where lines were only taken out, those on both sides of the gap. */
static int on_hunk(const git_diff_delta *delta, const git_diff_hunk *hunk, void *context)
{
    const struct touched *touched = context;
    int first = hunk->new_start, last = hunk->new_start + hunk->new_lines - 1;

    (void) delta;
    if (hunk->new_lines == 0)
        last = first + 1;
    if (touched->file)
        json_array_append_new(json_object_get(touched->file, "lines"),
                              json_pack("[i,i]", first, last));
    return 0;
}

static bool print_touched(struct reader *reader)
{
    git_diff_options options;
    git_diff_find_options renames;
    struct touched touched = { .reader = reader };
    git_diff *diff = NULL;

    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    git_diff_find_options_init(&renames, GIT_DIFF_FIND_OPTIONS_VERSION);
    options.context_lines = 0;
    options.max_size = (git_off_t) 4 * BLOB_BYTES;
    options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_IGNORE_WHITESPACE_EOL;
    renames.flags = GIT_DIFF_FIND_RENAMES;
    renames.rename_limit = RENAMES;
    bool good = git_diff_tree_to_index(&diff, reader->repository, reader->base_tree,
                                       files_now.index, &options) == 0 &&
                git_diff_find_similar(diff, &renames) == 0 &&
                git_diff_foreach(diff, on_touched_file, NULL, on_hunk, NULL, &touched) == 0;
    end_touched(&touched);
    git_diff_free(diff);
    return good;
}

static bool compare_base(struct reader *reader, const git_commit *base, const char *tree)
{
    files_now.repository = reader->repository;
    files_now.root_length = strlen(tree) + 1;
    bool good =
        git_index_new(&files_now.index) == 0 && git_commit_tree(&reader->base_tree, base) == 0;
    good = good && nftw(tree, add_now, TREE_DESCRIPTORS, FTW_PHYS) == 0 && !files_now.failed &&
           print_touched(reader);
    git_index_free(files_now.index);
    return good;
}

static void print_names(const struct reader *reader, const char *revision)
{
    json_t *names = json_array();
    git_strarray list = { 0 };

    if (git_reference_list(&list, reader->repository) == 0) {
        for (size_t i = 0; i < list.count && i < NAMES; i++) {
            const char *name = list.strings[i];
            static const char *const folders[] = { "refs/heads/", "refs/tags/", "refs/remotes/" };
            for (size_t k = 0; k < sizeof(folders) / sizeof(folders[0]); k++) {
                if (strncmp(name, folders[k], strlen(folders[k])) == 0)
                    name += strlen(folders[k]);
            }
            json_array_append_new(names, text(name));
        }
        git_strarray_dispose(&list);
    }
    print_line(json_pack("{s:o,s:o}", "no_base", text(revision), "names", names));
}

/* The commit of a revision; NULL, and told, where it is none. */
static git_commit *find_base(const struct reader *reader, const char *revision)
{
    git_object *object = NULL, *commit = NULL;

    if (git_revparse_single(&object, reader->repository, revision) < 0 ||
        git_object_peel(&commit, object, GIT_OBJECT_COMMIT) < 0)
        print_names(reader, revision);
    git_object_free(object);
    return (git_commit *) commit;
}

/* ---- All together -------------------------------------------------------------------------------
 */

/* Nothing of the user's, the machine's or the candidate's configuration counts, and who owns the
 * files of a copy says nothing. */
static void set_options(void)
{
    static const int levels[] = { GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_GLOBAL,
                                  GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_PROGRAMDATA };

    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, levels[i], "");
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

static bool open_repository(struct reader *reader)
{
    git_object *head = NULL;

    /* Without these it is no repository; copying makes no empty directories. */
    (void) mkdir("git/objects", 0755);
    (void) mkdir("git/refs", 0755);
    if (git_repository_open_ext(&reader->repository, "git",
                                GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_BARE |
                                    GIT_REPOSITORY_OPEN_NO_DOTGIT,
                                NULL) < 0 ||
        git_repository_odb(&reader->odb, reader->repository) < 0) {
        print_fault("repository");
        return false;
    }
    if (git_repository_head_unborn(reader->repository) == 1) {
        print_line(json_pack("{s:n}", "head"));
        return false;
    }
    if (git_revparse_single(&head, reader->repository, "HEAD^{commit}") < 0 ||
        git_commit_tree(&reader->head_tree, (git_commit *) head) < 0) {
        git_object_free(head);
        print_fault("head");
        return false;
    }
    reader->head = (git_commit *) head;
    print_line(json_pack("{s:o,s:b}", "head", id_text(git_commit_id(reader->head)), "shallow",
                         git_repository_is_shallow(reader->repository) == 1));
    return true;
}

static int read_all(struct reader *reader, size_t commits, const char *revision, const char *tree)
{
    git_commit *base = NULL;

    if (*revision) {
        base = find_base(reader, revision);
        if (!base)
            return EXIT_SUCCESS;
        if (tree && !compare_base(reader, base, tree))
            print_fault("base");
        else
            print_line(json_pack("{s:o}", "base", id_text(git_commit_id(base))));
    }
    print_files(reader);
    print_commits(reader, base ? git_commit_id(base) : NULL, commits);
    git_commit_free(base);
    return EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    struct reader reader = { 0 };
    int status = EXIT_SUCCESS;

    if (argc < 4)
        return EXIT_FAILURE;
    reader.seconds = strtol(argv[1], NULL, 10);
    git_libgit2_init();
    set_options();
    if (open_repository(&reader))
        status = read_all(&reader, strtoul(argv[2], NULL, 10), argv[3], argc > 4 ? argv[4] : NULL);
    git_tree_free(reader.base_tree);
    git_tree_free(reader.head_tree);
    git_commit_free(reader.head);
    git_odb_free(reader.odb);
    git_repository_free(reader.repository);
    git_libgit2_shutdown();
    return status;
}
