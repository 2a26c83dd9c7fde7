/*
 * Sources that use a library for databases: in Python, TypeScript, Java or Kotlin, as the last two
 * bits of the first byte say.
 *
 * Properties: what a place says lies in the source, in the order of the places of each form, and is
 * text without NULs that the reader of SQL takes; a file of few words says not much more SQL than
 * it is long; twice the same comes out.
 */
#include "judge/review/orm.h"
#include "judge/review/sql.h"
#include "tests/fuzz/fuzz.h"

enum {
    GROWTH = 200,  /* bytes of SQL for each of the source: names are repeated in each statement */
    BASE = 1 << 16 /* and so many for any */
};

struct said {
    size_t size, statements, bytes;
    uint64_t hash;
    struct sql_schema schema;
};

static int take(void *context, size_t start, size_t end, const char *sql, size_t size)
{
    struct said *said = context;
    struct sql_select select;
    struct sql_insert insert;

    fuzz_check(start < end && end <= said->size);
    fuzz_check(size > 0 && strlen(sql) == size);
    said->statements++;
    said->bytes += size;
    for (size_t i = 0; i < size; i++)
        said->hash = (said->hash ^ (unsigned char) sql[i]) * 0x100000001b3u;
    fuzz_check(sql_schema_add(&said->schema, sql, size) == 0);
    if (sql_select_read(sql, size, &select))
        fuzz_check(*select.table && select.equal.count <= SQL_COLUMNS);
    if (sql_insert_read(sql, size, &insert))
        fuzz_check(*insert.table && insert.columns.count <= SQL_COLUMNS);
    return 0;
}

static struct said read_all(const struct review_file *file)
{
    struct said said = { .size = file->size };

    fuzz_check(orm_read(file, take, &said) == 0);
    fuzz_check(said.bytes <= BASE + GROWTH * file->size);
    sql_schema_clear(&said.schema);
    return said;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const enum syntax_language languages[] = { SYNTAX_PYTHON, SYNTAX_TYPESCRIPT, SYNTAX_JAVA,
                                                      SYNTAX_KOTLIN };
    AUTO_FREE char *text = fuzz_text((struct fuzz_input){ data, size });
    AUTO_FREE char *plain = fuzz_text((struct fuzz_input){ data, size });
    const struct review_file file = { .path = "a",
                                      .language = languages[size ? data[0] % 4 : 0],
                                      .text = text,
                                      .plain = plain,
                                      .size = size };
    struct said one = read_all(&file), other = read_all(&file);

    fuzz_check(one.statements == other.statements && one.hash == other.hash);
    return 0;
}
