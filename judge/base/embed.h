#ifndef ASSAY_BASE_EMBED_H
#define ASSAY_BASE_EMBED_H

/* Builds a file of the sources, or one that make made, into the program as the text NAME, with a
 * NUL behind it that does not count; it ends at NAME_end. The assembler reads it, which make cannot
 * see: the Makefile has a line for each object that has such a file. */
/* NOLINTBEGIN(bugprone-macro-parentheses): a name is one no more in parentheses */
#define EMBED(name, path)                                                                          \
    __asm__(".pushsection .rodata\n"                                                               \
            ".global " #name "\n"                                                                  \
            ".type " #name ", @object\n" #name ":\n"                                               \
            ".incbin \"" path "\"\n"                                                               \
            ".global " #name "_end\n" #name "_end:\n"                                              \
            ".byte 0\n"                                                                            \
            ".size " #name ", . - " #name "\n"                                                     \
            ".popsection\n");                                                                      \
    extern const char name[], name##_end[]
/* NOLINTEND(bugprone-macro-parentheses) */

#endif
