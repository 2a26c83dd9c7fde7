#ifndef ASSAY_LANGUAGE_H
#define ASSAY_LANGUAGE_H

/*
 * Languages: the table (a YAML data file that users can extend), which toolchains this host has,
 * compiling in the sandbox, and the cache of compiled results.
 *
 * A table row says: id and names as in the ICPC format's appendix/languages.md, file endings, the
 * command to look for on the PATH, what to bind, how to compile, how to run, which syscall
 * profiles, limits of the compiler, environment. Users add or change rows in
 * $XDG_CONFIG_HOME/assay/languages.yaml or the file named by ASSAY_LANGUAGES.
 */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "sandbox/sandbox.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct language {
    const char *id;             /* "cpp", "python3", … */
    const char *name;           /* "C++" */
    const char *const *aliases; /* NULL-terminated: other ids that mean this ("python", "c++") */
    const char *const *endings; /* NULL-terminated, without the dot */
    const struct language_row *row; /* the rest is the part's own */
};

struct language_table;

/* Reads the shipped table, then the user's. Every fault of a table is reported through `report`
 * (may be NULL); faulty rows make the call fail with -EINVAL after all were reported. */
int language_table_load(struct language_table **ret,
                        void (*report)(void *context, const struct error *error), void *context,
                        struct error *error);
void language_table_free(struct language_table *table);
size_t language_count(const struct language_table *table);
const struct language *language_at(const struct language_table *table, size_t index);
/* By id or alias, case-insensitive; NULL when unknown. */
const struct language *language_find(const struct language_table *table, const char *id);
/* By the endings of source files, in table order; files in no language (".txt", ".h" beside a
 * ".c") are passed over. NULL when none fits. Python 2 by shebang ("#!/usr/bin/python2") is not
 * Python 3. */
const struct language *language_detect(const struct language_table *table, const char *const *files,
                                       size_t count);

/* ---- Toolchains ---------------------------------------------------------------------------- */

/* What this host has for a language. Found by trying the candidates on the PATH, and then Debian's
 * places, inside the sandbox: one that does not answer there is passed over. Remembered in the
 * cache directory by path, size and time of the file. */
struct language_toolchain {
    bool available;
    const char *version; /* first line of what the compiler or interpreter says of itself */
    const char *path;    /* of the command found */
    const char *missing; /* why not available, a sentence */
    const char *remedy;  /* "apt-get install rustc" */
    int fault; /* negative errno: because this host cannot isolate, or is short of something */
};

/* The judge's compiler: table, sandbox and cache together. Safe to use from several threads. */
struct compiler;

int compiler_new(const struct language_table *table, struct sandbox *sandbox, struct compiler **ret,
                 struct error *error);
void compiler_free(struct compiler *compiler);
/* Why nothing that is compiled is kept for the next time (no HOME, a disk that is full or
 * read-only); NULL: it is. */
const char *compiler_cache_fault(const struct compiler *compiler);
/* The table it was made with. */
const struct language_table *compiler_table(const struct compiler *compiler);
/* Owned by the compiler; looked up at the first call for a language. */
const struct language_toolchain *compiler_toolchain(struct compiler *compiler,
                                                    const struct language *language);

/* ---- Compiling ----------------------------------------------------------------------------- */

/* One source file: where it is on the host, and its name in the room (sanitised by
 * language_safe_name(); may have directories). */
struct source_file {
    const char *path;
    const char *name;
    const char *prefix; /* put before its text; NULL: nothing */
};

struct compile_request {
    const struct language *language;
    const struct source_file *files; /* all files of the program, headers too; include/<lang>/ of
                                      * a package is added by the caller */
    size_t file_count;
    const char *entry_point; /* main file or class, NULL: found (main file: the language's
                              * default, "main.*", or the only one; class: the one with main) */
    const char *const *include_directories; /* NULL-terminated, host paths shown read-only and given
                                             * to the compiler by -I (for testlib.h); NULL: none */
    bool no_cache;
    double time_s;         /* for the compiler, CPU and wall; 0: as the table says */
    uint64_t memory_bytes; /* likewise */
};

/* A program ready to run. Reference counted in no way: free it when the last room with it is gone,
 * and before its compiler. */
struct program {
    const struct language *language;
    bool ok;          /* false: compile error, `message` has the compiler's text */
    bool cached;      /* taken from the cache */
    double compile_s; /* 0 when nothing had to be compiled or it was cached */
    char *message;    /* compiler's text, capped at 64 KiB, control characters harmless; "" */
    struct program_row *row; /* the part's own */
};

/* Compiles in a fresh room. A failing compiler, one that passes its limits or makes a forbidden
 * call, and a program without a start (no main class) are compile errors: ok false, message says
 * which.
 * Owns     *ret is the caller's: program_free().
 * Errors   -ENOENT the toolchain is missing (remedy says what to install); -EPERM, -ENOTSUP this
 *          host cannot isolate; -EINVAL no files, or
 *          two of one name; -EIO the sandbox failed; -ENOMEM; those of reading a file.
 */
int compiler_build(struct compiler *compiler, const struct compile_request *request,
                   struct program **ret, struct error *error);
void program_free(struct program *program);
/* On this host, what the compiler made. Borrowed; NULL where it did not compile. */
const char *program_directory(const struct program *program);

/* A private, empty directory that a room may show, for what is built by other means than a
 * compiler. It lies beside what is compiled, so that a later judge removes it should this one be
 * killed. Owns     *ret is the caller's: compiler_directory_free(), before its compiler.
 */
struct compiler_directory;
int compiler_directory_new(struct compiler *compiler, struct compiler_directory **ret,
                           struct error *error);
const char *compiler_directory_path(const struct compiler_directory *directory);
void compiler_directory_free(struct compiler_directory *directory);
/* Keeps what is in a directory, `size` bytes, for the next time, under a key that says all that it
 * was made from (as digest_finish() gives it). Where another process was faster, the directory
 * becomes its. It stays the caller's, at another path, and nobody removes it before it is freed. */
int compiler_directory_keep(struct compiler *compiler, struct compiler_directory *directory,
                            const char *key, uint64_t size, struct error *error);
/* What was kept under a key; NULL: nothing. The caller's: compiler_directory_free(). */
struct compiler_directory *compiler_directory_find(struct compiler *compiler, const char *key);
/* Frees one that is not what it was when it was kept, and forgets it, unless others use it. */
void compiler_directory_discard(struct compiler_directory *directory);

/* What it takes to run it. `room_config`: profile, binds and links (borrowed from the program);
 * the caller may add scratch, loopback and CPU. `arguments`: argv for sandbox_run(), with the
 * memory limit worked in where a runtime needs it (JVM heap), then `extra` (NULL-terminated or
 * NULL); in `arena`. `environment` likewise. memory_overhead_bytes is what the runtime itself
 * needs beyond the program (JVM: so that the limit is on what the program uses): add it to the
 * sandbox's limit. `processes` is the least thread limit the runtime works with. A runtime that
 * has a heap of its own ends by itself when that is full: `memory_message` is what it then writes
 * to stderr (NULL: it does not), which makes a run that exited or was signalled a memory limit. */
struct program_launch {
    struct sandbox_room_config room_config;
    const char *const *arguments;
    const char *const *environment;
    uint64_t memory_overhead_bytes;
    uint32_t processes;
    const char *memory_message;
};
#define LANGUAGE_PROGRAM "/prog" /* where the room shows what was compiled */
int program_launch(const struct program *program, struct arena *arena, uint64_t memory_bytes,
                   const char *const *extra, struct program_launch *ret, struct error *error);

/* A file name made safe to be one in a room: path components and the characters [A-Za-z0-9._+-]
 * kept, no component with a leading dash or dot, never empty. In `arena`; NULL when memory is
 * out. */
const char *language_safe_name(struct arena *arena, const char *name);

#endif
