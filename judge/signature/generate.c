/*
 * Expands the templates. A value is a section of the template again, expanded for a type, a
 * parameter or a call, so that what is special of a language stands in its template and nowhere
 * here. For a type the section of its name ("type list_int") goes before that of a list whose
 * elements are one token each ("type flat"), and that of its kind ("type list").
 *
 * A value of several lines keeps the indentation of its placeholder; a line with nothing but a
 * placeholder that is empty goes away.
 */
#include "judge/signature/internal.h"

#include <ctype.h>
#include <string.h>

#define MOST_TYPES 64
#define EXAMPLE_BYTES 200

/* What placeholders refer to. */
struct scope {
    const struct signature *signature;
    const char *language;
    struct arena *arena;
    const struct signature_example *example;
    const struct signature_call *call;
    const struct signature_parameter *parameter;
    const struct signature_type *type;
    const char *text; /* a line of documentation */
};

static int expand(const struct scope *scope, struct section section, struct buffer *out);

static bool is_constructor(const struct scope *scope)
{
    return scope->signature->is_class && scope->call == &scope->signature->calls[0];
}

/* ---- Sections ------------------------------------------------------------------------------ */

static struct section find_section(const struct scope *scope, const char *what, const char *which)
{
    char key[160];

    snprintf(key, sizeof(key), "%s%s%s", what, *which ? " " : "", which);
    return template_section(scope->language, key);
}

static const char *kind_name(struct arena *arena, const struct signature_type *type)
{
    return arena_strndup(arena, type->name, strcspn(type->name, "_"));
}

static struct section type_section(const struct scope *scope, const char *what,
                                   const struct signature_type *type)
{
    struct section section = find_section(scope, what, type->name);
    const char *kind = kind_name(scope->arena, type);

    if (!section.found && type->kind == SIGNATURE_LIST && type_is_flat(type->element))
        section = find_section(scope, what, "flat");
    return section.found || !kind ? section : find_section(scope, what, kind);
}

/* "parameter changed", then as for a type, then "parameter" alone. */
static struct section parameter_section(const struct scope *scope, const char *what)
{
    struct section section = { "", 0, false };

    if (scope->parameter->changed)
        section = find_section(scope, what, "changed");
    if (!section.found)
        section = type_section(scope, what, scope->type);
    return section.found ? section : find_section(scope, what, "");
}

/* ---- Values -------------------------------------------------------------------------------- */

static int put_type(const struct scope *scope, const struct signature_type *type,
                    struct buffer *out)
{
    struct scope inner = *scope;

    inner.type = type;
    return expand(&inner, type_section(scope, "type", type), out);
}

static int put_cased(const struct scope *scope, const char *name, const char *what,
                     struct buffer *out)
{
    const char *text = name_in_case(scope->arena, name, template_case(scope->language, what));

    return text ? buffer_puts(out, text) : -ENOMEM;
}

static int put_pascal(const struct scope *scope, const char *name, struct buffer *out)
{
    const char *text = name_in_case(scope->arena, name, CASE_PASCAL);

    return text ? buffer_puts(out, text) : -ENOMEM;
}

/* Expands the section for each parameter. */
static int put_each_parameter(const struct scope *scope, const char *what, const char *between,
                              struct buffer *out)
{
    struct scope inner = *scope;
    int code = 0;

    for (size_t i = 0; i < scope->call->parameter_count && code == 0; i++) {
        inner.parameter = &scope->call->parameters[i];
        inner.type = inner.parameter->type;
        if (i > 0)
            code = buffer_puts(out, between);
        if (code == 0)
            code = expand(&inner, parameter_section(&inner, what), out);
    }
    return code;
}

static int put_each_method(const struct scope *scope, const char *what, const char *between,
                           struct buffer *out)
{
    struct scope inner = *scope;
    int code = 0;

    for (size_t i = 1; i < scope->signature->call_count && code == 0; i++) {
        inner.call = &scope->signature->calls[i];
        if (i > 1)
            code = buffer_puts(out, between);
        if (code == 0)
            code = expand(&inner, find_section(&inner, what, ""), out);
    }
    return code;
}

/* The result, then what was changed in place; of a method that returns nothing, null. */
static int put_writes(const struct scope *scope, struct buffer *out)
{
    struct scope inner = *scope;
    bool nothing = scope->call->result->kind == SIGNATURE_VOID;
    const char *between = "";
    int code = 0;

    inner.type = scope->call->result;
    if (!nothing || scope->signature->is_class) {
        code = expand(&inner, find_section(scope, "write", nothing ? "void" : "result"), out);
        between = "\n";
    }
    for (size_t i = 0; i < scope->call->parameter_count && code == 0; i++) {
        inner.parameter = &scope->call->parameters[i];
        inner.type = inner.parameter->type;
        if (!inner.parameter->changed)
            continue;
        code = buffer_puts(out, between);
        if (code == 0)
            code = expand(&inner, find_section(scope, "write", "changed"), out);
        between = "\n";
    }
    return code;
}

static int put_by_result(const struct scope *scope, const char *what, struct buffer *out)
{
    bool nothing = scope->call->result->kind == SIGNATURE_VOID;
    struct scope inner = *scope;

    inner.type = scope->call->result;
    return expand(&inner, find_section(scope, what, nothing ? "void" : "value"), out);
}

/* What a row of the matrix is. */
static int put_row(const struct scope *scope, struct buffer *out)
{
    return scope->type ? expand(scope, type_section(scope, "row", scope->type), out) : 0;
}

static int put_call(const struct scope *scope, struct buffer *out)
{
    return put_by_result(scope, "call", out);
}

static int put_stub(const struct scope *scope, struct buffer *out)
{
    return put_by_result(scope, "stub", out);
}

/* How a result is declared, where a language says nothing for void. */
static int put_returns(const struct scope *scope, struct buffer *out)
{
    return put_by_result(scope, "returns", out);
}

/* ---- Documentation ------------------------------------------------------------------------- */

static int put_doc_line(const struct scope *scope, const char *text, size_t size,
                        struct buffer *out)
{
    struct scope inner = *scope;

    inner.text = arena_strndup(scope->arena, text, size);
    int code = inner.text ? buffer_puts(out, "\n") : -ENOMEM;
    if (code == 0)
        code = expand(&inner, find_section(scope, "doc", size ? "line" : "empty"), out);
    return code;
}

static int put_doc_lines(const struct scope *scope, const char *text, struct buffer *out)
{
    int code = 0;

    while (*text && code == 0) {
        size_t length = strcspn(text, "\n");

        code = put_doc_line(scope, text, length, out);
        text += length + (text[length] == '\n');
    }
    return code;
}

static const char *example_text(const struct scope *scope)
{
    const struct signature_example *example = scope->example;
    const char *name;

    if (!example || !example->input || !example->result ||
        strlen(example->input) + strlen(example->result) > EXAMPLE_BYTES)
        return "";
    if (scope->signature->is_class)
        return arena_printf(scope->arena, "Example:\n    %s\n    gives %s", example->input,
                            example->result);
    name =
        name_in_case(scope->arena, scope->call->name, template_case(scope->language, "function"));
    return name
               ? arena_printf(scope->arena, "Example:\n    %s(%s)\n    %s %s", name, example->input,
                              scope->call->result->kind == SIGNATURE_VOID ? "leaves" : "returns",
                              example->result)
               : NULL;
}

/* Where a language has no place for types but the comment. */
static int put_doc_types(const struct scope *scope, struct buffer *out)
{
    struct section section = find_section(scope, "doc", "parameter");
    struct scope inner = *scope;
    int code = section.found && scope->call->parameter_count && out->size
                   ? put_doc_line(scope, "", 0, out)
                   : 0;

    for (size_t i = 0; section.found && i < scope->call->parameter_count && code == 0; i++) {
        inner.parameter = &scope->call->parameters[i];
        inner.type = inner.parameter->type;
        code = buffer_puts(out, "\n");
        if (code == 0)
            code = expand(&inner, section, out);
    }
    if (code < 0 || !section.found || is_constructor(scope) ||
        scope->call->result->kind == SIGNATURE_VOID)
        return code;
    inner.type = scope->call->result;
    code = buffer_puts(out, "\n");
    return code < 0 ? code : expand(&inner, find_section(scope, "doc", "result"), out);
}

/* The comment of a function, of a class with `whole`, or of one of its methods. */
static int put_doc(const struct scope *scope, bool whole, struct buffer *out)
{
    AUTO_BUFFER struct buffer lines = { 0 };
    bool top = whole || !scope->signature->is_class;
    const char *doc = whole ? scope->signature->doc : scope->call->doc;
    const char *example = top ? example_text(scope) : "";
    int code = example ? put_doc_lines(scope, doc, &lines) : -ENOMEM;

    if (code == 0 && *doc && *example)
        code = put_doc_line(scope, "", 0, &lines);
    if (code == 0 && *example)
        code = put_doc_lines(scope, example, &lines);
    if (code == 0 && !whole)
        code = put_doc_types(scope, &lines);
    if (code < 0 || !lines.size)
        return code;
    struct section begin = find_section(scope, "doc", "begin");
    struct section end = find_section(scope, "doc", "end");
    /* Each line brings its line end before it; without an opening line the first has to go. */
    code = begin.found ? buffer_append(out, begin.text, begin.size) : 0;
    if (code == 0)
        code = buffer_puts(out, lines.data + !begin.found);
    if (code == 0 && end.found)
        code = buffer_puts(out, "\n");
    return code == 0 && end.found ? buffer_append(out, end.text, end.size) : code;
}

/* ---- Types that a signature uses ----------------------------------------------------------- */

struct used_type {
    const struct signature_type *type;
    bool read, written;
};

struct used_types {
    struct used_type items[MOST_TYPES];
    size_t count;
};

/* Elements come before what holds them. */
/* NOLINTNEXTLINE(misc-no-recursion): as deep as the type */
static void use_type(struct used_types *used, const struct signature_type *type, bool read,
                     bool written)
{
    size_t i = 0;

    if (type->key)
        use_type(used, type->key, read, written);
    if (type->element)
        use_type(used, type->element, read, written);
    while (i < used->count && strcmp(used->items[i].type->name, type->name) != 0)
        i++;
    if (i == MOST_TYPES)
        return;
    if (i == used->count)
        used->items[used->count++] = (struct used_type){ type, false, false };
    used->items[i].read |= read;
    used->items[i].written |= written;
}

static void find_used(const struct signature *signature, struct used_types *used)
{
    used->count = 0;
    for (size_t i = 0; i < signature->call_count; i++) {
        const struct signature_call *call = &signature->calls[i];

        for (size_t k = 0; k < call->parameter_count; k++)
            use_type(used, call->parameters[k].type, true, call->parameters[k].changed);
        if (call->result->kind != SIGNATURE_VOID)
            use_type(used, call->result, false, true);
    }
}

/* Whether every line of the text is in `out` already, as an import of another type. */
static bool has_lines(const struct buffer *out, const char *text)
{
    while (out->data && *text) {
        size_t length = strcspn(text, "\n");
        const char *at = out->data;

        while (at && !(strncmp(at, text, length) == 0 && (!at[length] || at[length] == '\n'))) {
            at = strchr(at, '\n');
            at += at != NULL;
        }
        if (!at)
            return false;
        text += length + (text[length] == '\n');
    }
    return out->data != NULL;
}

/* Adds the lines of an import that are not there yet. */
static int put_new_lines(const char *text, const char *between, struct buffer *out)
{
    int code = 0;

    while (*text && code == 0) {
        char line[256];
        size_t length = strcspn(text, "\n");

        snprintf(line, sizeof(line), "%.*s", (int) length, text);
        if (!has_lines(out, line)) {
            code = out->size ? buffer_puts(out, between) : 0;
            if (code == 0)
                code = buffer_puts(out, line);
        }
        text += length + (text[length] == '\n');
    }
    return code;
}

/* Expands the section for each type, once where several types give the same. */
static int put_each_type(const struct scope *scope, const char *what, const char *between,
                         struct buffer *out)
{
    struct used_types used;
    struct scope inner = *scope;
    int code = 0;

    find_used(scope->signature, &used);
    for (size_t i = 0; i < used.count && code == 0; i++) {
        AUTO_BUFFER struct buffer text = { 0 };

        inner.type = used.items[i].type;
        struct section section = type_section(&inner, what, inner.type);
        if (!section.found)
            section = find_section(&inner, what, "");
        code = expand(&inner, section, &text);
        if (code < 0 || !text.size || has_lines(out, text.data))
            continue;
        if (strcmp(between, "\n\n") != 0) {
            code = put_new_lines(text.data, between, out);
            continue;
        }
        code = out->size ? buffer_puts(out, between) : 0;
        if (code == 0)
            code = buffer_append(out, text.data, text.size);
    }
    return code;
}

static int put_codec(const struct scope *scope, const char *what, struct buffer *out)
{
    struct section section = type_section(scope, what, scope->type);
    int code = section.found && out->size ? buffer_puts(out, "\n\n") : 0;

    return code == 0 && section.found ? expand(scope, section, out) : code;
}

static int put_codecs(const struct scope *scope, struct buffer *out)
{
    struct used_types used;
    struct scope inner = *scope;
    int code = 0;

    find_used(scope->signature, &used);
    for (size_t i = 0; i < used.count && code == 0; i++) {
        inner.type = used.items[i].type;
        if (used.items[i].read)
            code = put_codec(&inner, "read", out);
        if (code == 0 && used.items[i].written)
            code = put_codec(&inner, "write", out);
    }
    return code;
}

static bool uses_nodes(const struct signature *signature)
{
    struct used_types used;

    find_used(signature, &used);
    for (size_t i = 0; i < used.count; i++)
        if (used.items[i].type->kind == SIGNATURE_TREE ||
            used.items[i].type->kind == SIGNATURE_LINKED)
            return true;
    return false;
}

/* ---- Placeholders -------------------------------------------------------------------------- */

static int put_default(const struct scope *scope, struct buffer *out)
{
    struct scope inner = *scope;

    inner.type = scope->call->result;
    return expand(&inner, type_section(&inner, "default", inner.type), out);
}

static int put_main(const struct scope *scope, const char *what, struct buffer *out)
{
    return expand(
        scope, find_section(scope, what, scope->signature->is_class ? "class" : "function"), out);
}

/* Texts of the signature: name of the placeholder, and of what it is. */
static int put_name(const struct scope *scope, const char *name, struct buffer *out, bool *known)
{
    const struct signature_call *call = scope->call;

    *known = true;
    if (!strcmp(name, "function"))
        return put_cased(scope, call->name, "function", out);
    if (!strcmp(name, "method"))
        return put_cased(scope, call->name, "method", out);
    if (!strcmp(name, "name"))
        return buffer_puts(out, call->name);
    if (!strcmp(name, "Class"))
        return put_pascal(scope, scope->signature->name, out);
    if (!strcmp(name, "class"))
        return buffer_puts(out, scope->signature->name);
    if (!strcmp(name, "parameter") && scope->parameter)
        return put_cased(scope, scope->parameter->name, "parameter", out);
    if (!strcmp(name, "text") && scope->text)
        return buffer_puts(out, scope->text);
    *known = false;
    return 0;
}

/* As an argument of a generic type, where that is another one. */
static int put_boxed(const struct scope *scope, const struct signature_type *type,
                     struct buffer *out)
{
    struct section section = find_section(scope, "boxed", type->name);
    struct scope inner = *scope;

    inner.type = type;
    return section.found ? expand(&inner, section, out) : put_type(scope, type, out);
}

/* "type", "type.name", "type.Name", "type.text"; likewise result, element, key. */
static int put_type_value(const struct scope *scope, const char *name, struct buffer *out,
                          bool *known)
{
    const struct signature_type *type = scope->type;
    const struct {
        const char *name;
        const struct signature_type *type;
    } rows[] = { { "type", type },
                 { "result", scope->call->result },
                 { "element", type ? type->element : NULL },
                 { "key", type ? type->key : NULL } };

    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t length = strlen(rows[i].name);

        if (strncmp(name, rows[i].name, length) != 0 || !rows[i].type)
            continue;
        *known = true;
        if (!name[length])
            return put_type(scope, rows[i].type, out);
        if (!strcmp(name + length, ".name"))
            return buffer_puts(out, rows[i].type->name);
        if (!strcmp(name + length, ".Name"))
            return put_pascal(scope, rows[i].type->name, out);
        if (!strcmp(name + length, ".text"))
            return buffer_puts(out, rows[i].type->text);
        if (!strcmp(name + length, ".boxed"))
            return put_boxed(scope, rows[i].type, out);
        *known = false;
    }
    return 0;
}

/* What is made of several parts. */
static const struct list_row {
    const char *name, *section, *between;
    int (*put)(const struct scope *scope, const char *section, const char *between,
               struct buffer *out);
} list_rows[] = {
    { "parameters", "parameter", ", ", put_each_parameter },
    { "arguments", "argument", ", ", put_each_parameter },
    { "reads", "read parameter", "\n", put_each_parameter },
    { "unused", "unused", "\n", put_each_parameter },
    { "methods", "method", "\n\n", put_each_method },
    { "prototypes", "prototype", "\n", put_each_method },
    { "cases", "case", "\n", put_each_method },
    { "types", "types", "\n\n", put_each_type },
    { "imports", "import", "\n", put_each_type },
    { "aliases", "alias", "\n", put_each_type },
    { "node.imports", "node import", "\n", put_each_type },
    { "node.names", "node name", ", ", put_each_type },
    { "driver.imports", "driver import", "\n", put_each_type },
};

static int put_doc_of_class(const struct scope *scope, struct buffer *out)
{
    return put_doc(scope, true, out);
}

static int put_doc_of_call(const struct scope *scope, struct buffer *out)
{
    return put_doc(scope, false, out);
}

static int put_comma(const struct scope *scope, struct buffer *out)
{
    return scope->call->parameter_count ? buffer_puts(out, ", ") : 0;
}

static const struct part_row {
    const char *name;
    int (*put)(const struct scope *scope, struct buffer *out);
} part_rows[] = {
    { "writes", put_writes },   { "call", put_call },
    { "doc", put_doc_of_call }, { "class.doc", put_doc_of_class },
    { "codecs", put_codecs },   { "default", put_default },
    { "stub", put_stub },       { "returns", put_returns },
    { "row", put_row },         { "more.parameters", put_comma },
};

static int put_parts(const struct scope *scope, const char *name, struct buffer *out, bool *known)
{
    static const char *const both[] = { "main",      "declaration", "invoke",
                                        "candidate", "load",        "source" };

    *known = true;
    for (size_t i = 0; i < COUNT(list_rows); i++)
        if (!strcmp(list_rows[i].name, name))
            return list_rows[i].put(scope, list_rows[i].section, list_rows[i].between, out);
    for (size_t i = 0; i < COUNT(part_rows); i++)
        if (!strcmp(part_rows[i].name, name))
            return part_rows[i].put(scope, out);
    for (size_t i = 0; i < COUNT(both); i++)
        if (!strcmp(both[i], name))
            return put_main(scope, name, out);
    *known = false;
    return 0;
}

/* The value of a placeholder. *known false: there is none of this name here. */
/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
static int put_value(const struct scope *scope, const char *name, struct buffer *out, bool *known)
{
    int code = put_name(scope, name, out, known);

    if (code == 0 && !*known)
        code = put_parts(scope, name, out, known);
    if (code == 0 && !*known)
        code = put_type_value(scope, name, out, known);
    return code;
}

/* ---- Expanding ----------------------------------------------------------------------------- */

/* The length of "@name@" at `at`, 0 where there is none; *name gets what is between. */
static size_t placeholder(const char *at, const char *end, char *name, size_t size)
{
    size_t length = 1;

    if (*at != '@')
        return 0;
    while (at + length < end && (isalpha((unsigned char) at[length]) || at[length] == '.'))
        length++;
    if (length == 1 || length - 1 >= size || at + length >= end || at[length] != '@')
        return 0;
    memcpy(name, at + 1, length - 1);
    name[length - 1] = '\0';
    return length + 1;
}

/* How many blanks there are between the last line end in `out` and its end; -1 where there is more
 * than blanks. */
static int indentation(const struct buffer *out)
{
    size_t at = out->size;

    while (at > 0 && (out->data[at - 1] == ' ' || out->data[at - 1] == '\t'))
        at--;
    return at == 0 || out->data[at - 1] == '\n' ? (int) (out->size - at) : -1;
}

/* Every line but the first gets the blanks that `out` ends with. */
static int put_indented(struct buffer *out, const struct buffer *value, int blanks)
{
    AUTO_BUFFER struct buffer prefix = { 0 };
    int code =
        blanks > 0 ? buffer_append(&prefix, out->data + out->size - blanks, (size_t) blanks) : 0;

    for (const char *at = value->data; *at && code == 0;) {
        size_t length = strcspn(at, "\n");

        code = buffer_append(out, at, length + (at[length] == '\n'));
        at += length + (at[length] == '\n');
        if (code == 0 && at[-1] == '\n' && *at && *at != '\n')
            code = buffer_append(out, prefix.data ? prefix.data : "", prefix.size);
    }
    return code;
}

/* Takes what is before an empty value off its line, and says how much behind it goes too. */
static size_t drop_line(struct buffer *out, int blanks, const char *rest, const char *end)
{
    if (blanks < 0 || (rest < end && *rest != '\n'))
        return 0;
    out->size -= (size_t) blanks;
    if (out->data)
        out->data[out->size] = '\0';
    return rest < end;
}

/* NOLINTNEXTLINE(misc-no-recursion): templates do not hold themselves */
static int expand(const struct scope *scope, struct section section, struct buffer *out)
{
    const char *end = section.text + section.size;
    int code = 0;

    for (const char *at = section.text; at < end && code == 0;) {
        AUTO_BUFFER struct buffer value = { 0 };
        char name[32];
        size_t length = placeholder(at, end, name, sizeof(name));
        bool known = false;

        if (length)
            code = put_value(scope, name, &value, &known);
        if (code == 0 && !known) {
            code = buffer_append(out, at++, 1);
            continue;
        }
        at += length;
        int blanks = indentation(out);
        if (!value.size)
            at += drop_line(out, blanks, at, end);
        else if (code == 0)
            code = put_indented(out, &value, blanks);
        /* The star of a pointer is written at the name. */
        if (value.size && value.data[value.size - 1] == '*' && at < end && *at == ' ')
            at++;
    }
    return code;
}

/* ---- Files --------------------------------------------------------------------------------- */

static const char *expand_text(const struct scope *scope, struct section section, bool line_end)
{
    AUTO_BUFFER struct buffer text = { 0 };

    if (expand(scope, section, &text) < 0 || (line_end && buffer_puts(&text, "\n") < 0))
        return NULL;
    /* What was empty at the top leaves its blank lines. */
    return arena_strdup(scope->arena, text.data ? text.data + strspn(text.data, "\n") : "");
}

/* Adds the files of the sections whose keys start so, in `directory`. */
static int add_files(const struct scope *scope, const char *start, const char *directory,
                     struct signature_file *files, size_t *count)
{
    for (size_t i = 0;; i++) {
        const char *name = NULL;
        struct section section = template_nth(scope->language, start, i, scope->arena, &name);

        if (!section.found)
            return 0;
        if (!name)
            return -ENOMEM;
        name = expand_text(scope, (struct section){ name, strlen(name), true }, false);
        files[*count].path = name ? arena_printf(scope->arena, "%s%s", directory, name) : NULL;
        files[*count].text = expand_text(scope, section, true);
        if (!files[*count].path || !files[*count].text)
            return -ENOMEM;
        ++*count;
    }
}

#define MOST_FILES 8

static int make_scope(const struct signature *signature, const char *language,
                      const struct signature_example *example, struct arena *arena,
                      struct scope *ret, struct error *error)
{
    if (!template_exists(language))
        return error_set(error, -ENOENT, "there is no starter in %s", language);
    *ret = (struct scope){ .signature = signature,
                           .language = language,
                           .arena = arena,
                           .example = example,
                           .call = &signature->calls[0] };
    return 0;
}

/* What candidate and driver share, then the starter. */
static int add_starter(const struct scope *scope, const char *shared, const char *starter,
                       struct signature_file *files, size_t *count)
{
    int code = add_files(scope, "shared ", shared, files, count);

    if (code == 0 && uses_nodes(scope->signature))
        code = add_files(scope, "nodes ", shared, files, count);
    if (code < 0)
        return code;
    return add_files(scope, scope->signature->is_class ? "starter class " : "starter function ",
                     starter, files, count);
}

int signature_generate(const struct signature *signature, const char *language,
                       const struct signature_example *example, struct arena *arena,
                       const struct signature_file **ret, size_t *ret_count, struct error *error)
{
    struct signature_file *files = arena_array(arena, MOST_FILES, sizeof(*files));
    const char *include = arena_printf(arena, "include/%s/", language);
    const char *templates = arena_printf(arena, "attachments/templates/%s/", language);
    struct scope scope;
    int code;

    if (!files || !include || !templates)
        return error_set(error, -ENOMEM, "out of memory");
    code = make_scope(signature, language, example, arena, &scope, error);
    if (code < 0)
        return code;
    *ret_count = 0;
    code = add_files(&scope, "file ", include, files, ret_count);
    if (code == 0)
        code = add_starter(&scope, include, templates, files, ret_count);
    *ret = files;
    return code < 0 ? error_set(error, -ENOMEM, "out of memory") : 0;
}

int signature_starter(const struct signature *signature, const char *language,
                      const struct signature_example *example, struct arena *arena,
                      const struct signature_file **ret, size_t *ret_count, struct error *error)
{
    struct signature_file *files = arena_array(arena, MOST_FILES, sizeof(*files));
    struct scope scope;
    int code;

    if (!files)
        return error_set(error, -ENOMEM, "out of memory");
    code = make_scope(signature, language, example, arena, &scope, error);
    if (code < 0)
        return code;
    *ret_count = 0;
    code = add_starter(&scope, "", "", files, ret_count);
    *ret = files;
    return code < 0 ? error_set(error, -ENOMEM, "out of memory") : 0;
}

const char *signature_declaration(const struct signature *signature, const char *language,
                                  struct arena *arena)
{
    struct scope scope;
    struct error ignored;

    if (make_scope(signature, language, NULL, arena, &scope, &ignored) < 0)
        return NULL;
    return expand_text(
        &scope, find_section(&scope, "declaration", signature->is_class ? "class" : "function"),
        false);
}

const char *signature_source_name(const struct signature *signature, const char *language,
                                  struct arena *arena)
{
    struct section section = template_section(language, "fixed name");
    struct scope scope;
    struct error ignored;

    if (!section.found || make_scope(signature, language, NULL, arena, &scope, &ignored) < 0)
        return NULL;
    return expand_text(&scope, section, false);
}

const char *signature_prefix(const struct signature *signature, const char *language,
                             const char *file, struct arena *arena)
{
    struct section section = template_section(language, "prefix");
    struct scope scope;
    struct error ignored;

    if (!section.found || make_scope(signature, language, NULL, arena, &scope, &ignored) < 0)
        return "";
    scope.text = file;
    return expand_text(&scope, section, true);
}
