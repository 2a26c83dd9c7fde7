/*
 * Validators: which files and directories are programs.
 *
 * An entry of input_validators/ or output_validators/ is a program, be it a file or a directory.
 * Two layouts of real packages are not quite that: DOMjudge's, where all files right below
 * output_validators/ are one program (there is a `build` or `run` script, or a header among them),
 * and a lone validator with its header beside it. Then the directory as a whole is the program.
 *
 * Source   legacy.md and 2025-09.md, "Programs", "Input validators", "Output validator".
 */
#include "judge/problem/reader.h"

#include "judge/base/file.h"

#include <errno.h>
#include <string.h>

/* What is in a directory of programs. */
struct contents {
    const char *path;         /* of the directory */
    const char *name;         /* below the package */
    const char *const *names; /* entries that are programs, or files of one */
    size_t count;
    size_t files, headers, directories;
    bool scripted; /* `build` or `run` is there */
};

static bool is_one_of(const char *word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcasecmp(word, words[i]) == 0)
            return true;
    }
    return false;
}

static bool is_document(const char *name)
{
    static const char *const endings[] = { "md",    "txt", "yaml", "yml", "pdf",
                                           "class", "o",   "in",   "ans" };

    return strncasecmp(name, "readme", strlen("readme")) == 0 ||
           is_one_of(path_ending(name), endings, COUNT(endings));
}

static bool is_header(const char *name)
{
    static const char *const endings[] = { "h", "hh", "hpp", "hxx" };

    return is_one_of(path_ending(name), endings, COUNT(endings));
}

static int look_into(struct reader *reader, const char *name, struct contents *ret)
{
    const char *const *names;
    size_t count;

    *ret = (struct contents){ .path = reader_path(reader, name), .name = name };
    int status = reader_list(reader, ret->path, &names, &count);
    const char **kept = status < 0 ? NULL : arena_array(reader->arena, count + 1, sizeof(*kept));
    if (!kept)
        return status < 0 ? status : -ENOMEM;
    for (size_t i = 0; i < count; i++) {
        const char *path = reader_join(reader, ret->path, names[i]);
        if (!path)
            return -ENOMEM;
        bool directory = file_is_directory(path);
        if (!directory && is_document(names[i]))
            continue;
        ret->directories += directory;
        ret->headers += !directory && is_header(names[i]);
        ret->files += !directory && !is_header(names[i]);
        ret->scripted =
            ret->scripted || strcmp(names[i], "build") == 0 || strcmp(names[i], "run") == 0;
        kept[ret->count++] = names[i];
    }
    ret->names = kept;
    return 0;
}

/* The directory as the only program. */
static int whole_directory(struct reader *reader, const struct contents *contents,
                           const struct package_program **ret, size_t *ret_count)
{
    struct package_program *program = arena_alloc(reader->arena, sizeof(*program));

    if (!program)
        return -ENOMEM;
    *program = (struct package_program){ .path = contents->path, .name = contents->name };
    *ret = program;
    *ret_count = 1;
    return 0;
}

static int each_entry(struct reader *reader, const struct contents *contents,
                      const struct package_program **ret, size_t *ret_count)
{
    struct package_program *programs =
        arena_array(reader->arena, contents->count + 1, sizeof(*programs));
    size_t count = 0;

    if (!programs)
        return -ENOMEM;
    for (size_t i = 0; i < contents->count; i++) {
        if (is_header(contents->names[i]))
            continue;
        programs[count].path = reader_join(reader, contents->path, contents->names[i]);
        programs[count].name = reader_join(reader, contents->name, contents->names[i]);
        if (!programs[count].path || !programs[count].name)
            return -ENOMEM;
        count++;
    }
    *ret = programs;
    *ret_count = count;
    return 0;
}

static int read_input_validators(struct reader *reader)
{
    struct package *package = reader->package;
    struct contents contents;
    int status = look_into(reader, "input_validators", &contents);

    if (status == 0 && contents.count == 0)
        status = look_into(reader, "input_format_validators", &contents);
    if (status < 0)
        return status;
    if (contents.scripted || (contents.headers && contents.files == 1 && !contents.directories))
        return whole_directory(reader, &contents, &package->input_validators,
                               &package->input_validator_count);
    return each_entry(reader, &contents, &package->input_validators,
                      &package->input_validator_count);
}

/* Finds the directory, under the name of its version or under the other one. */
static int find_output_validators(struct reader *reader, struct contents *contents,
                                  bool *ret_single)
{
    bool new_version = reader_is(reader, VERSIONS_NEW);
    int status =
        look_into(reader, new_version ? "output_validator" : "output_validators", contents);

    *ret_single = new_version;
    if (status < 0 || contents->count)
        return status;
    status = look_into(reader, new_version ? "output_validators" : "output_validator", contents);
    *ret_single = !new_version;
    if (status < 0 || !contents->count)
        return status;
    return reader_fault(reader, WARNING, contents->path, 0,
                        "the name of this directory belongs to other versions of the format");
}

static int list_output_validators(struct reader *reader, const struct contents *contents,
                                  bool single)
{
    struct package *package = reader->package;
    bool one_directory = contents->directories == 1 && !contents->files && !contents->headers;

    if (contents->count == 0)
        return 0;
    if (!one_directory && (single || contents->scripted || contents->headers))
        return whole_directory(reader, contents, &package->output_validators,
                               &package->output_validator_count);
    return each_entry(reader, contents, &package->output_validators,
                      &package->output_validator_count);
}

static int read_output_validators(struct reader *reader)
{
    struct package *package = reader->package;
    struct contents contents;
    bool single;
    int status = find_output_validators(reader, &contents, &single);

    if (status == 0)
        status = list_output_validators(reader, &contents, single);
    if (status < 0)
        return status;
    bool found = package->output_validator_count > 0;
    if (!reader->validation_given && reader_is(reader, VERSIONS_NEW))
        package->custom_validation = found;
    if (found && !package->custom_validation)
        return reader_fault(reader, WARNING, contents.path, 0,
                            "not used, because `validation` is not 'custom'");
    if (!found && package->custom_validation)
        return reader_fault(reader, FAULT, reader_path(reader, "output_validators"), 0,
                            "validation is 'custom', but there is no output validator");
    if (!found && (package->interactive || package->multi_pass))
        return reader_fault(reader, FAULT, reader_path(reader, "output_validator"), 0,
                            "an interactive or multi-pass problem needs an output validator");
    return 0;
}

int reader_programs(struct reader *reader)
{
    int status = read_input_validators(reader);

    if (status == 0 && reader->package->input_validator_count == 0)
        status = reader_fault(reader, WARNING, NULL, 0, "no input validators");
    return status < 0 ? status : read_output_validators(reader);
}
