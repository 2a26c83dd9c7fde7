/*
 * attack: searches every directory for expected answers
 * run: --wall 20 -- /
 * expected: exited
 * prints: ^found nothing in [0-9]+ files$
 * hides: ^found /
 * control: host {package}
 * shows: ^found /.*[.]ans$
 */
#include <ftw.h>
#include <stdio.h>
#include <string.h>

static int files, found;

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    const char *ending = strrchr(path, '.');

    (void) status;
    (void) place;
    if (strcmp(path, "/proc") == 0)
        return FTW_SKIP_SUBTREE;
    files += kind == FTW_F;
    if (kind == FTW_F && ending && strcmp(ending, ".ans") == 0) {
        printf("found %s\n", path);
        found++;
    }
    return FTW_CONTINUE;
}

int main(int count, char **arguments)
{
    nftw(count > 1 ? arguments[1] : "/", visit, 32, FTW_PHYS | FTW_ACTIONRETVAL);
    if (!found)
        printf("found nothing in %d files\n", files);
    return 0;
}
