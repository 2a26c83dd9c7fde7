/*
 * Walks a repository with fts(3), which never follows a link, in the order of names, so that the
 * same repository gives the same room.
 */
#include "judge/service/files.h"

#include "judge/base/file.h"

#include <errno.h>
#include <fts.h>
#include <string.h>
#include <sys/stat.h>

static int by_name(const FTSENT **left, const FTSENT **right)
{
    return strcmp((*left)->fts_name, (*right)->fts_name);
}

static int take_file(const FTSENT *entry, const char *path, size_t *files, size_t *bytes,
                     int (*take)(void *, const char *, const void *, size_t, bool, struct error *),
                     void *context, struct error *error)
{
    AUTO_FREE char *data = NULL;
    size_t size;

    if (++*files > FILES_MOST)
        return error_set(error, -EFBIG, "the repository has more than %d files", FILES_MOST);
    int status = file_read(entry->fts_accpath, FILES_BYTES_MOST, &data, &size, error);
    if (status < 0)
        return status;
    if ((*bytes += size) > FILES_BYTES_MOST)
        return error_set(error, -EFBIG, "the repository has more than %d MiB",
                         FILES_BYTES_MOST >> 20);
    return take(context, path, data, size, entry->fts_statp->st_mode & S_IXUSR, error);
}

int files_each(const char *directory,
               int (*take)(void *context, const char *path, const void *data, size_t size,
                           bool executable, struct error *error),
               void *context, struct error *error)
{
    char *const roots[] = { (char *) directory, NULL };
    size_t files = 0, bytes = 0, skip = strlen(directory);
    FTSENT *entry;
    int status = 0;

    if (!file_is_directory(directory))
        return error_at(error, -ENOENT, directory, 0, "this is no directory");
    FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
    if (!tree)
        return error_set(error, -errno, "cannot read %s: %s", directory, strerror(errno));
    while (status == 0 && (errno = 0, entry = fts_read(tree))) {
        const char *path = entry->fts_path + skip;
        while (*path == '/')
            path++;
        if (entry->fts_info == FTS_D && !strcmp(entry->fts_name, ".git"))
            fts_set(tree, entry, FTS_SKIP);
        else if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR)
            status = error_at(error, -entry->fts_errno, entry->fts_path, 0, "cannot be read: %s",
                              strerror(entry->fts_errno));
        else if (entry->fts_info == FTS_F)
            status = take_file(entry, path, &files, &bytes, take, context, error);
    }
    fts_close(tree);
    return status;
}
