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
 *   history                               prints the version of libgit2
 *
 * BASE is a revision, "" for none; with TREE, a directory of files as they are now, it prints which
 * lines of them are not those of BASE.
 */

#include "judge/review/reader/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { NAMES = 20 }; /* of branches and tags, where a base is no revision */

/* ---- Output -------------------------------------------------------------------------------------
 */

void reader_print(json_t *line)
{
    if (!line || json_dumpf(line, stdout, JSON_COMPACT) < 0 || putchar('\n') == EOF ||
        fflush(stdout) != 0)
        exit(EXIT_FAILURE);
    json_decref(line);
}

json_t *reader_text_of(const char *text, size_t size)
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

json_t *reader_text(const char *value)
{
    return value ? reader_text_of(value, strlen(value)) : json_null();
}

json_t *reader_id(const git_oid *id)
{
    char hex[GIT_OID_HEXSZ + 1];

    return json_string(git_oid_tostr(hex, sizeof(hex), id));
}

void reader_fault(const char *what)
{
    const git_error *fault = git_error_last();

    reader_print(json_pack("{s:o,s:o}", "fault", reader_text(what), "reason",
                           reader_text(fault && fault->message ? fault->message : "")));
}

bool reader_is_late(const struct reader *reader)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec >= reader->seconds;
}

/* ---- The base ----------------------------------------------------------------------------------
 */

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
            json_array_append_new(names, reader_text(name));
        }
        git_strarray_dispose(&list);
    }
    reader_print(json_pack("{s:o,s:o}", "no_base", reader_text(revision), "names", names));
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
        reader_fault("repository");
        return false;
    }
    if (git_repository_head_unborn(reader->repository) == 1) {
        reader_print(json_pack("{s:n}", "head"));
        return false;
    }
    if (git_revparse_single(&head, reader->repository, "HEAD^{commit}") < 0 ||
        git_commit_tree(&reader->head_tree, (git_commit *) head) < 0) {
        git_object_free(head);
        reader_fault("head");
        return false;
    }
    reader->head = (git_commit *) head;
    reader_print(json_pack("{s:o,s:b}", "head", reader_id(git_commit_id(reader->head)), "shallow",
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
        if (tree && !reader_compare_base(reader, base, tree))
            reader_fault("base");
        else
            reader_print(json_pack("{s:o}", "base", reader_id(git_commit_id(base))));
    }
    reader_files(reader);
    reader_commits(reader, base ? git_commit_id(base) : NULL, commits);
    git_commit_free(base);
    return EXIT_SUCCESS;
}

/* Of the library that it is linked with here, which need not be the one that it was built with. */
static int print_version(void)
{
    int major = 0, minor = 0, revision = 0;

    git_libgit2_version(&major, &minor, &revision);
    return printf("%d.%d.%d\n", major, minor, revision);
}

int main(int argc, char **argv)
{
    struct reader reader = { 0 };
    int status = EXIT_SUCCESS;

    if (argc < 4)
        return print_version() < 0 ? EXIT_FAILURE : EXIT_SUCCESS;
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
