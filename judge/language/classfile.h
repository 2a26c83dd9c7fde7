#ifndef ASSAY_LANGUAGE_CLASSFILE_H
#define ASSAY_LANGUAGE_CLASSFILE_H

/* Internal: which class of a compiled program a JVM is to start. */

#include "judge/base/error.h"
#include "judge/base/memory.h"
#include "judge/language/row.h"

/* The name of a class ("pkg.Main") that has `public static void main(String[])`, in `arena`; NULL
 * when it has none or the bytes are no class file. */
const char *class_with_main(struct arena *arena, const void *data, size_t size);

/* Looks through the class files of a directory: the class that was asked for, else the first of
 * `usual` that is there, else the first by name, those inside other classes last.
 * *ret is NULL when no class has a main method. */
int class_choose(struct arena *arena, const char *directory, const char *wanted, word_list usual,
                 const char **ret, struct error *error);

#endif
