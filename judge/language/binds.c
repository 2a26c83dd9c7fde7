/*
 * Which files of the host a room shows. The table names paths, with patterns and sets; here they
 * become binds and links.
 *
 * A symbolic link is shown as a link, never followed: on a system with a merged /usr, /lib64 must
 * stay a link or a loader would find two copies of itself. Where all of /usr is shown, the sandbox
 * makes those links at the root itself. A path below one that is shown already is dropped.
 */
#include "judge/language/binds.h"

#include <errno.h>
#include <glob.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#define SET_DEPTH 4 /* sets in sets */

void bind_plan_start(struct bind_plan *plan, struct arena *arena,
                     const struct language_table *table)
{
    *plan = (struct bind_plan){ .arena = arena, .table = table };
}

void bind_plan_clear(struct bind_plan *plan)
{
    free(plan->binds);
    free(plan->links);
    plan->binds = NULL;
    plan->links = NULL;
    plan->bind_count = plan->link_count = 0;
}

int bind_plan_bind(struct bind_plan *plan, const char *source, const char *target)
{
    struct sandbox_bind bind = { .source = arena_strdup(plan->arena, source),
                                 .target = target ? arena_strdup(plan->arena, target) : NULL };

    if (!bind.source || (target && !bind.target) ||
        array_reserve((void **) &plan->binds, plan->bind_count, &plan->bind_capacity,
                      sizeof(*plan->binds)) < 0)
        return -ENOMEM;
    plan->binds[plan->bind_count++] = bind;
    return 0;
}

static int add_link(struct bind_plan *plan, const char *path)
{
    char target[PATH_MAX];
    ssize_t length = readlink(path, target, sizeof(target) - 1);

    if (length <= 0)
        return 0;
    struct sandbox_link link = { .target = arena_strndup(plan->arena, target, (size_t) length),
                                 .path = arena_strdup(plan->arena, path) };
    if (!link.target || !link.path ||
        array_reserve((void **) &plan->links, plan->link_count, &plan->link_capacity,
                      sizeof(*plan->links)) < 0)
        return -ENOMEM;
    plan->links[plan->link_count++] = link;
    return 0;
}

static int add_path(struct bind_plan *plan, const char *path)
{
    struct stat info;

    if (lstat(path, &info) < 0)
        return 0;
    return S_ISLNK(info.st_mode) ? add_link(plan, path) : bind_plan_bind(plan, path, NULL);
}

static int add_pattern(struct bind_plan *plan, const char *pattern)
{
    glob_t found = { 0 };
    int status = 0;

    if (!strpbrk(pattern, "*?["))
        return add_path(plan, pattern);
    int result = glob(pattern, GLOB_NOSORT, NULL, &found);
    if (result == GLOB_NOSPACE)
        status = -ENOMEM;
    for (size_t i = 0; result == 0 && i < found.gl_pathc && status == 0; i++)
        status = add_path(plan, found.gl_pathv[i]);
    globfree(&found);
    return status;
}

/* NOLINTNEXTLINE(misc-no-recursion): sets within sets, SET_DEPTH deep */
static int add_paths(struct bind_plan *plan, word_list paths, int depth)
{
    int status = 0;

    for (; *paths && status == 0; paths++) {
        const struct set_row *set = **paths == '@' ? table_set(plan->table, *paths + 1) : NULL;

        if (set && depth < SET_DEPTH)
            status = add_paths(plan, set->paths, depth + 1);
        else if (**paths == '/')
            status = add_pattern(plan, *paths);
    }
    return status;
}

int bind_plan_paths(struct bind_plan *plan, word_list paths)
{
    return add_paths(plan, paths, 0);
}

int bind_plan_tool(struct bind_plan *plan, const struct tool *tool)
{
    int status = bind_plan_bind(plan, tool_owns_home(tool) ? tool->home : tool->command, NULL);

    return status < 0 ? status : bind_plan_paths(plan, tool->row->binds);
}

static const char *shown_at(const struct sandbox_bind *bind)
{
    return bind->target ? bind->target : bind->source;
}

static bool is_below(const char *path, const char *directory)
{
    size_t length = strlen(directory);

    return strncmp(path, directory, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* Whether an earlier bind, or any larger one, shows all of it. Only binds to their own place
 * count: /prog shows something else than what is there. */
static bool is_covered(const struct bind_plan *plan, const char *path, size_t self)
{
    for (size_t i = 0; i < plan->bind_count; i++) {
        const struct sandbox_bind *other = &plan->binds[i];

        if (i == self || other->target || !is_below(path, other->source))
            continue;
        if (i < self || strcmp(path, other->source) != 0)
            return true;
    }
    return false;
}

/* /lib and its like, which the sandbox makes by itself where libraries below /usr are shown. */
static bool is_link_of_usr(const struct bind_plan *plan, const struct sandbox_link *link)
{
    bool usr = false;

    for (size_t i = 0; i < plan->bind_count; i++) {
        const char *place = shown_at(&plan->binds[i]);

        usr |= strcmp(place, "/usr") == 0 || strncmp(place, "/usr/lib", strlen("/usr/lib")) == 0;
    }
    return usr && !strchr(link->path + 1, '/');
}

static bool is_repeated_link(const struct bind_plan *plan, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(plan->links[i].path, plan->links[index].path) == 0)
            return true;
    return false;
}

void bind_plan_finish(struct bind_plan *plan, struct sandbox_room_config *config)
{
    size_t binds = 0;
    size_t links = 0;

    /* Links first: whether one is covered is asked of the complete list of binds. */
    for (size_t i = 0; i < plan->link_count; i++) {
        bool drop = is_link_of_usr(plan, &plan->links[i]) || is_repeated_link(plan, i) ||
                    is_covered(plan, plan->links[i].path, SIZE_MAX);

        if (!drop)
            plan->links[links++] = plan->links[i];
    }
    plan->link_count = links;
    for (size_t i = 0; i < plan->bind_count; i++) {
        bool drop = !plan->binds[i].target && is_covered(plan, plan->binds[i].source, i);

        /* Dropping moves only entries that were looked at; what covers comes before or is larger
         * and stays. */
        if (!drop)
            plan->binds[binds++] = plan->binds[i];
    }
    plan->bind_count = binds;
    config->binds = plan->binds;
    config->bind_count = plan->bind_count;
    config->links = plan->links;
    config->link_count = plan->link_count;
}
