/*
 * A take-home problem as a candidate sees it: what it is and what the service gets, the statement,
 * what will be probed (by name: what a probe sends is in the package for everybody to read), and
 * the contract that all take-homes share.
 */
#include "judge/report/service_report.h"

#include "judge/base/memory.h"
#include "judge/base/text.h"
#include "judge/report/json.h"
#include "judge/report/table.h"

#include <string.h>

enum { STATEMENT_BYTES = 1 << 20 };

static const char *group_of(const struct service_package *package, size_t index)
{
    return package->probes->items[index]->group;
}

/* Where the group that starts at `index` ends: probes of a file are together. */
static size_t group_end(const struct service_package *package, size_t index)
{
    size_t end = index + 1;

    while (end < package->probes->count &&
           strcmp(group_of(package, end), group_of(package, index)) == 0)
        end++;
    return end;
}

/* ---- Text ----------------------------------------------------------------------------------- */

static void put_words(FILE *file, struct arena *arena, const char *const *words)
{
    for (size_t i = 0; words && words[i]; i++)
        fprintf(file, "%s%s", i ? ", " : "", table_clean(arena, words[i]));
    fputc('\n', file);
}

static void put_heading(FILE *file, const struct report_style *style, struct arena *arena,
                        const struct report_service *service)
{
    const struct service_package *package = service->package;
    char memory[32];

    text_bytes(package->memory_bytes, memory, sizeof(memory));
    fprintf(file, "%s%s%s (%s)\n", report_colour_start(style, REPORT_STRONG),
            table_clean(arena, package->title), report_colour_end(style, REPORT_STRONG),
            table_clean(arena, package->slug));
    fputs("type       service: a repository to hand in\n", file);
    if (package->minutes)
        fprintf(file, "time       %u minutes\n", package->minutes);
    fprintf(file, "memory     %s\nready      within %g s of its start\n", memory, package->ready_s);
    fprintf(file, "variables  PORT, DATA_DIR%s", package->environment[0] ? ", " : "");
    put_words(file, arena, package->environment);
    fprintf(file, "probes     %zu", package->probes->count);
    for (size_t i = 0; i < package->probes->count; i = group_end(package, i))
        fprintf(file, "%s%zu %s", i ? ", " : ": ", group_end(package, i) - i,
                table_clean(arena, group_of(package, i)));
    fputs("\nstarters   ", file);
    put_words(file, arena, service->languages);
}

static void put_page(FILE *file, const char *text)
{
    AUTO_FREE char *shown = text_harmless(text, strlen(text), STATEMENT_BYTES);
    size_t length = shown ? strlen(shown) : 0;

    fprintf(file, "\n%s%s", shown ? shown : "",
            length > 0 && shown[length - 1] == '\n' ? "" : "\n");
}

static void put_probes(FILE *file, struct arena *arena, const struct report_style *style,
                       const struct service_package *package)
{
    int width = 0;

    for (size_t i = 0; i < package->probes->count; i++) {
        int length = (int) strlen(package->probes->items[i]->id);
        width = length > width ? length : width;
    }
    fputs("\n## The probes\n", file);
    for (size_t i = 0; i < package->probes->count; i++) {
        const struct probe *probe = package->probes->items[i];
        if (i == 0 || strcmp(group_of(package, i - 1), probe->group) != 0)
            fprintf(file, "\n%s%s%s\n", report_colour_start(style, REPORT_STRONG),
                    table_clean(arena, probe->group), report_colour_end(style, REPORT_STRONG));
        fprintf(file, "  %-*s  %s\n", width, probe->id, table_clean(arena, probe->title));
    }
}

void report_service_text(FILE *file, const struct report_style *style,
                         const struct report_service *service)
{
    AUTO_ARENA struct arena *arena = arena_new();

    if (!arena)
        return;
    put_heading(file, style, arena, service);
    put_page(file, service->statement ? service->statement : "The package has no statement.");
    put_probes(file, arena, style, service->package);
    put_page(file, service->contract);
}

/* ---- JSON ----------------------------------------------------------------------------------- */

static json_t *probe_json(const struct probe *probe)
{
    struct json_object object = json_open();

    json_put_text(&object, "id", probe->id);
    json_put_text(&object, "title", probe->title);
    json_put_text(&object, "why", probe->why);
    return json_close(&object);
}

static json_t *groups_json(const struct service_package *package)
{
    json_t *groups = json_array();

    for (size_t i = 0; i < package->probes->count;) {
        struct json_object object = json_open();
        json_t *probes = json_array();
        size_t end = group_end(package, i);

        json_put_text(&object, "group", group_of(package, i));
        for (; i < end; i++)
            json_add(&probes, probe_json(package->probes->items[i]));
        json_put(&object, "probes", probes);
        json_add(&groups, json_close(&object));
    }
    return groups;
}

void json_put_service(struct json_object *object, const struct service_package *package)
{
    static const char *const types[] = { "service", NULL };
    json_t *references = json_array();

    for (size_t i = 0; i < package->reference_count; i++)
        json_add(&references, json_text(package->references[i].name));
    json_put_text(object, "title", package->title);
    json_put(object, "types", json_texts(types));
    json_put(object, "minutes",
             package->minutes ? json_integer((json_int_t) package->minutes) : json_null());
    json_put_count(object, "memory_limit_bytes", package->memory_bytes);
    json_put_seconds(object, "ready_limit_s", package->ready_s);
    json_put(object, "environment", json_texts(package->environment));
    json_put_count(object, "probes", package->probes->count);
    json_put(object, "references", references);
}

int report_service_json(FILE *file, const struct report_service *service)
{
    const struct service_package *package = service->package;
    struct json_object object = json_open();

    json_put_text(&object, "problem", package->slug);
    json_put_text(&object, "directory", package->directory);
    json_put_service(&object, package);
    json_put(&object, "groups", groups_json(package));
    json_put(&object, "languages", json_texts(service->languages));
    json_put_text(&object, "statement_path", package->statement_path);
    json_put_text(&object, "statement", service->statement);
    json_put_text(&object, "contract", service->contract);
    return json_print(file, json_close(&object));
}
