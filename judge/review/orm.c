/*
 * Theory of operation: a table has a row for each form of a library: a word without which a file
 * need not be looked at, a pattern for where it begins, and a function that writes what it says in
 * SQL. Patterns are compiled only for files that have the word, since most files have none.
 */

#include "judge/review/orm_internal.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

#define FORMS 2000 /* of one kind in a file that are looked at */

#define SCRIPTS (RULE_BIT(SYNTAX_JAVASCRIPT) | RULE_BIT(SYNTAX_TYPESCRIPT) | RULE_BIT(SYNTAX_TSX))
#define JVM (RULE_BIT(SYNTAX_JAVA) | RULE_BIT(SYNTAX_KOTLIN))

static const struct form {
    unsigned languages;
    const char *word, *pattern;
    orm_translate *translate;
} forms[] = {
    { RULE_BIT(SYNTAX_PYTHON), "create_table(", "\\bcreate_table\\(\\s*[\"'](\\w+)[\"']",
      orm_alembic_table },
    { RULE_BIT(SYNTAX_PYTHON), "create_index(",
      "\\bop\\.create_index\\([^,\\n]*,\\s*[\"'](\\w+)[\"'],\\s*\\[([^\\]]*)\\]([^\\n]*)",
      orm_alembic_index },
    { RULE_BIT(SYNTAX_PYTHON), "__tablename__", "__tablename__\\s*=\\s*[\"'](\\w+)[\"']",
      orm_declared_table },
    { RULE_BIT(SYNTAX_PYTHON), "models.",
      "^class (\\w+)\\((?:\\w+\\.)*\\w*Model\\b[^)\\n]*\\):", orm_django_model },
    { SCRIPTS, "createTable", "\\.createTable(?:IfNotExists)?\\(\\s*[\"'`](\\w+)[\"'`]",
      orm_knex_table },
    { SCRIPTS, "able(", "\\.(?:alterTable|table)\\(\\s*[\"'`](\\w+)[\"'`]", orm_knex_change },
    { RULE_BIT(SYNTAX_PYTHON), ".objects", "\\b([A-Z]\\w*)\\.objects(?=\\s*\\.)",
      orm_django_query },
    { RULE_BIT(SYNTAX_PYTHON), "sqlalchemy",
      "\\b(?:select|\\w+\\.query)\\(\\s*([A-Z]\\w*)(?:\\.\\w+)?\\s*\\)(?=\\s*\\.)",
      orm_alchemy_query },
    { SCRIPTS, ".where(", "\\b(?:knex|db|trx|tx)\\(\\s*[\"'`](\\w+)[\"'`]\\s*\\)", orm_knex_query },
    { JVM, "Repository<",
      "\\b(?:find|get|read|query|stream)(?:All)?(?:(Top|First)\\d*)?By([A-Z]\\w*)\\(([^)]*)\\)",
      orm_spring_query },
};

/* ---- Matches ------------------------------------------------------------------------------------
 */

int orm_matches_begin(struct orm_matches *matches, const char *pattern, struct orm_part text)
{
    struct error error = { 0 };

    *matches = (struct orm_matches){ .text = text.text, .size = text.size };
    return pattern_new(pattern, &matches->pattern, &error);
}

bool orm_matches_next(struct orm_matches *matches, struct orm_match *ret)
{
    size_t start = 0, size = 0, from = matches->at;

    if (from > matches->size ||
        !pattern_find_from(matches->pattern, matches->text, matches->size, from, 0, &start, &size))
        return false;
    *ret = (struct orm_match){ .start = start, .end = start + size };
    for (unsigned i = 0; i < ORM_GROUPS; i++) {
        size_t at = 0, length = 0;
        bool took_part = pattern_find_from(matches->pattern, matches->text, matches->size, from,
                                           i + 1, &at, &length);
        ret->groups[i] = took_part ? (struct orm_part){ matches->text + at, length }
                                   : (struct orm_part){ "", 0 };
    }
    matches->at = ret->end + (size == 0);
    return true;
}

void orm_matches_end(struct orm_matches *matches)
{
    pattern_free(matches->pattern);
    matches->pattern = NULL;
}

bool orm_part_has(struct orm_part part, const char *pattern)
{
    return part.size > 0 && text_matches(pattern, part.text, part.size);
}

size_t orm_closing(const char *text, size_t size, size_t open)
{
    size_t depth = 0;
    char quote = '\0';

    for (size_t i = open; i < size; i++) {
        if (quote) {
            if (text[i] == '\\')
                i++;
            else if (text[i] == quote)
                quote = '\0';
        } else if (strchr("\"'`", text[i]) && text[i]) {
            quote = text[i];
        } else if (text[i] == '(') {
            depth++;
        } else if (text[i] == ')' && --depth == 0) {
            return i + 1;
        }
    }
    return size;
}

int orm_put_snake(struct buffer *buffer, struct orm_part name)
{
    for (size_t i = 0; i < name.size; i++) {
        char letter = (char) tolower((unsigned char) name.text[i]);
        if (i > 0 && isupper((unsigned char) name.text[i]) && buffer_puts(buffer, "_") < 0)
            return -ENOMEM;
        if (buffer_append(buffer, &letter, 1) < 0)
            return -ENOMEM;
    }
    return 0;
}

/* ---- Files --------------------------------------------------------------------------------------
 */

static int read_form(const struct form *form, const struct review_file *file, orm_statement *take,
                     void *context)
{
    AUTO_MATCHES struct orm_matches matches = { 0 };
    struct orm_match match;
    int failed =
        orm_matches_begin(&matches, form->pattern, (struct orm_part){ file->plain, file->size });

    for (size_t i = 0; !failed && i < FORMS && orm_matches_next(&matches, &match); i++) {
        AUTO_BUFFER struct buffer sql = { 0 };
        failed = form->translate(file, &match, &sql);
        if (!failed && sql.size > 0)
            failed = take(context, match.start, match.end, sql.data, sql.size);
    }
    return failed;
}

int orm_read(const struct review_file *file, orm_statement *take, void *context)
{
    unsigned bit = RULE_BIT(file->language);
    int failed = 0;

    for (size_t i = 0; i < COUNT(forms) && !failed; i++) {
        if ((forms[i].languages & bit) &&
            memmem(file->plain, file->size, forms[i].word, strlen(forms[i].word)))
            failed = read_form(&forms[i], file, take, context);
    }
    return failed;
}
