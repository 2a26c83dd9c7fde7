/*
 * Theory of operation: a function is compiled with another driver than the package's, generated
 * from the same signature, which marks when the candidate's code runs. The driver's own work
 * (reading, printing) then does not count. A whole program has no marks; of that, what comes before
 * it first reads its input is left out.
 */

#include "judge/growth/subject.h"

#include "judge/base/file.h"
#include "judge/base/yaml.h"

#include <errno.h>
#include <string.h>

static int write_driver(const struct signature *signature, const char *language,
                        const char *directory, struct arena *arena, struct error *error)
{
    const struct signature_file *files = NULL;
    size_t count = 0;
    const char *path = arena_printf(arena, "%s/%s", directory, language);
    int code = path ? file_make_directories(path, 0755, error)
                    : error_set(error, -ENOMEM, "out of memory");

    if (code == 0)
        code = signature_marked_driver(signature, language, arena, &files, &count, error);
    for (size_t i = 0; i < count && code == 0; i++) {
        const char *name = arena_printf(arena, "%s/%s", path, files[i].path);

        code = name ? file_write_atomic(name, files[i].text, strlen(files[i].text), 0644, error)
                    : error_set(error, -ENOMEM, "out of memory");
    }
    return code;
}

static int write_drivers(struct subject *subject, struct arena *arena, struct error *error)
{
    struct judge *judge = subject->judge;
    int code = compiler_directory_new(judge->compiler, &subject->include, error);

    for (const char *const *id = signature_languages; *id && code == 0; id++)
        code = write_driver(judge->signature, *id, compiler_directory_path(subject->include), arena,
                            error);
    return code;
}

static int read_expectations(struct subject *subject, struct arena *arena, struct error *error)
{
    const struct package *package = subject->judge->package;
    const char *path = arena_printf(arena, "%s/interview.yaml", package->directory);
    struct yaml_node *root = NULL;
    int code = 0;

    if (!path)
        return error_set(error, -ENOMEM, "out of memory");
    if (package->has_interview)
        code = yaml_read(arena, path, &root, error);
    const struct yaml_node *complexity = yaml_get(root, "complexity");
    const struct yaml_node *time = yaml_get(complexity, "time");
    const struct yaml_node *space = yaml_get(complexity, "space");
    struct error ignored;

    if (time && yaml_as_string(time, &subject->expected_time, &ignored) < 0)
        subject->expected_time = NULL;
    if (space && yaml_as_string(space, &subject->expected_space, &ignored) < 0)
        subject->expected_space = NULL;
    return code;
}

int subject_open(struct judge *judge, const char *const *paths, size_t count,
                 const struct growth_options *options, struct arena *arena, struct subject *ret,
                 struct error *error)
{
    struct attempt attempt = { .paths = paths,
                               .path_count = count,
                               .language = options->language,
                               .entry_point = options->entry_point };
    bool unsupported;
    int code;

    *ret = (struct subject){ .judge = judge, .marked = *judge, .package = *judge->package };
    ret->marked.package = &ret->package;
    code = read_expectations(ret, arena, error);
    if (code == 0 && judge->signature)
        code = write_drivers(ret, arena, error);
    if (code < 0)
        return code;
    if (ret->include)
        ret->package.include_directory = compiler_directory_path(ret->include);
    code = player_new(&ret->marked, &attempt, options->no_cache, &ret->player, &unsupported, error);
    if (code == 0)
        code = generator_new(judge, &ret->generator, error);
    if (code == 0)
        code = emulator_open(judge, runtime_of(ret->player.program->language->id), &ret->emulator,
                             error);
    return code;
}

void subject_close(struct subject *subject)
{
    emulator_close(&subject->emulator);
    if (subject->generator.program)
        generator_free(&subject->generator);
    if (subject->player.program)
        player_free(&subject->player);
    compiler_directory_free(subject->include);
    subject->include = NULL;
}
