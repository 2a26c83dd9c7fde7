/*
 * Theory of operation: expat reads the document once and calls back. Documents of a candidate may
 * declare entities that grow without end (CVE-2003-1564, "billion laughs"), or that name files: the
 * first declaration ends the reading. A document type alone, as JaCoCo writes it, is allowed; expat
 * never fetches it. The namespace of a name is cut off.
 */

#include "judge/review/xml.h"

#include <expat.h>
#include <limits.h>
#include <string.h>

struct reading {
    XML_Parser parser;
    const struct xml_handler *handler;
    void *context;
    size_t depth;
    const char *fault;
};

static void stop(struct reading *reading, const char *fault)
{
    if (!reading->fault)
        reading->fault = fault;
    XML_StopParser(reading->parser, XML_FALSE);
}

static const char *local(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

static void XMLCALL start_element(void *data, const XML_Char *name, const XML_Char **attributes)
{
    struct reading *reading = data;

    if (++reading->depth > XML_DEPTH)
        stop(reading, "elements are nested too deeply");
    else
        reading->handler->start(reading->context, local(name), attributes);
}

static void XMLCALL end_element(void *data, const XML_Char *name)
{
    struct reading *reading = data;

    reading->depth--;
    if (reading->handler->end && !reading->fault)
        reading->handler->end(reading->context, local(name));
}

static void XMLCALL entity(void *data, const XML_Char *name, int is_parameter,
                           const XML_Char *value, int length, const XML_Char *base,
                           const XML_Char *system_id, const XML_Char *public_id,
                           const XML_Char *notation)
{
    (void) name, (void) is_parameter, (void) value, (void) length, (void) base;
    (void) system_id, (void) public_id, (void) notation;
    stop(data, "entities may not be declared");
}

int xml_read(const char *text, size_t size, const struct xml_handler *handler, void *context,
             struct error *error)
{
    struct reading reading = { .handler = handler, .context = context };

    if (size > INT_MAX)
        return error_set(error, -EFBIG, "more than is read");
    reading.parser = XML_ParserCreate(NULL);
    if (!reading.parser)
        return error_set(error, -ENOMEM, "out of memory");
    XML_SetUserData(reading.parser, &reading);
    XML_SetElementHandler(reading.parser, start_element, end_element);
    XML_SetEntityDeclHandler(reading.parser, entity);
    int failed = 0;
    if (XML_Parse(reading.parser, text, (int) size, 1) != XML_STATUS_OK) {
        enum XML_Error code = XML_GetErrorCode(reading.parser);
        failed = error_set(error, code == XML_ERROR_NO_MEMORY ? -ENOMEM : -EINVAL,
                           "XML, line %lu: %s", XML_GetCurrentLineNumber(reading.parser),
                           reading.fault ? reading.fault : XML_ErrorString(code));
    }
    XML_ParserFree(reading.parser);
    return failed;
}

const char *xml_attribute(const char **attributes, const char *name)
{
    for (; attributes[0]; attributes += 2) {
        if (strcmp(attributes[0], name) == 0)
            return attributes[1];
    }
    return NULL;
}
