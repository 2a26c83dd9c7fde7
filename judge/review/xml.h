#ifndef ASSAY_REVIEW_XML_H
#define ASSAY_REVIEW_XML_H

/* Internal: XML that others wrote, as a stream of elements (expat's). No entity but the five of XML
 * itself, nothing fetched, bounded depth. */

#include "judge/base/error.h"

#include <stddef.h>

#define XML_DEPTH 256

struct xml_handler {
    /* `attributes`: names and values in turn, then NULL. */
    void (*start)(void *context, const char *name, const char **attributes);
    void (*end)(void *context, const char *name); /* NULL when nobody asks */
};

/* Errors   -EINVAL no XML, an entity declared, or too deep, with the line; -ENOMEM. */
int xml_read(const char *text, size_t size, const struct xml_handler *handler, void *context,
             struct error *error);
/* The value of an attribute, or NULL. */
const char *xml_attribute(const char **attributes, const char *name);

#endif
