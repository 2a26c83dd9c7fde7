/*
 * The files of a history: what the newest commit tracks, and which lines of the files as they are
 * now are not those of a base. In the same process and room as history.c.
 */

#include "judge/review/reader/reader.h"

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { TREE_ENTRIES = 50000, TREE_LEVELS = 64, TREE_DESCRIPTORS = 32, TEXT_BYTES = 16 << 10 };

#define ALL_BYTES ((uint64_t) 256 << 20) /* of the files that are looked into */

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
        json_object_set_new(line, "text",
                            reader_text_of(bytes, size < TEXT_BYTES ? size : TEXT_BYTES));
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
    json_t *line =
        json_pack("{s:o,s:b}", "file", reader_text(path), "old", is_in_base(reader, path));
    const git_oid *id = git_tree_entry_id(entry);
    git_object_t type = GIT_OBJECT_INVALID;
    size_t size = 0;

    if (git_odb_read_header(&size, &type, reader->odb, id) == 0 && type == GIT_OBJECT_BLOB) {
        json_object_set_new(line, "size", json_integer((json_int_t) size));
        *looked += size;
        if (size <= 8 * (size_t) READER_BLOB_BYTES && *looked <= ALL_BYTES)
            look_into(reader, line, path, id);
    }
    reader_print(line);
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

void reader_files(struct reader *reader)
{
    static char path[4096];
    struct level levels[TREE_LEVELS] = { 0 };
    uint64_t looked = 0;
    size_t depth = 1, steps = 0;

    if (git_commit_tree(&levels[0].tree, reader->head) < 0) {
        reader_fault("files");
        return;
    }
    while (depth > 0 && steps++ < TREE_ENTRIES && !reader_is_late(reader))
        step(reader, levels, &depth, path, sizeof(path), &looked);
    reader_print(json_pack("{s:b}", "files_end", depth == 0));
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
        reader_print(touched->file);
    touched->file = NULL;
}

static int on_touched_file(const git_diff_delta *delta, float progress, void *context)
{
    struct touched *touched = context;

    (void) progress;
    end_touched(touched);
    if (delta->status == GIT_DELTA_DELETED)
        return 0;
    touched->file = json_pack("{s:o,s:b,s:[]}", "touched", reader_text(delta->new_file.path), "new",
                              delta->status == GIT_DELTA_ADDED, "lines");
    if (delta->status == GIT_DELTA_RENAMED)
        json_object_set_new(touched->file, "from", reader_text(delta->old_file.path));
    return reader_is_late(touched->reader) ? GIT_EUSER : 0;
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
    options.max_size = (git_off_t) 4 * READER_BLOB_BYTES;
    options.flags = GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_IGNORE_WHITESPACE_EOL;
    renames.flags = GIT_DIFF_FIND_RENAMES;
    renames.rename_limit = READER_RENAMES;
    bool good = git_diff_tree_to_index(&diff, reader->repository, reader->base_tree,
                                       files_now.index, &options) == 0 &&
                git_diff_find_similar(diff, &renames) == 0 &&
                git_diff_foreach(diff, on_touched_file, NULL, on_hunk, NULL, &touched) == 0;
    end_touched(&touched);
    git_diff_free(diff);
    return good;
}

bool reader_compare_base(struct reader *reader, const git_commit *base, const char *tree)
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
