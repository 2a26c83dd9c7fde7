#ifndef ASSAY_SIGNATURE_SCOPE_H
#define ASSAY_SIGNATURE_SCOPE_H

/* Internal: what a template is expanded for. */

#include "judge/signature/internal.h"

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
    bool marked;      /* a driver that marks what is measured */
};

/* ---- expand.c: sections of the template, and filling them in */

struct section scope_section(const struct scope *scope, const char *what, const char *which);
struct section scope_type_section(const struct scope *scope, const char *what,
                                  const struct signature_type *type);
struct section scope_parameter_section(const struct scope *scope, const char *what);
int scope_expand(const struct scope *scope, struct section section, struct buffer *out);

/* ---- parts.c: values that are made of several parts; each is appended to `out` */

int put_type(const struct scope *scope, const struct signature_type *type, struct buffer *out);
int put_cased(const struct scope *scope, const char *name, const char *what, struct buffer *out);
int put_pascal(const struct scope *scope, const char *name, struct buffer *out);
int put_each_parameter(const struct scope *scope, const char *what, const char *between,
                       struct buffer *out);
int put_each_method(const struct scope *scope, const char *what, const char *between,
                    struct buffer *out);
int put_writes(const struct scope *scope, struct buffer *out);
int put_row(const struct scope *scope, struct buffer *out);
int put_call(const struct scope *scope, struct buffer *out);
int put_stub(const struct scope *scope, struct buffer *out);
int put_returns(const struct scope *scope, struct buffer *out);
int put_doc(const struct scope *scope, bool whole, struct buffer *out);
int put_each_type(const struct scope *scope, const char *what, const char *between,
                  struct buffer *out);
int put_codecs(const struct scope *scope, struct buffer *out);
bool uses_nodes(const struct signature *signature);

#endif
