/* The words for how much a finding matters: here, and nowhere else. */

#include "judge/review/review.h"

#include <string.h>

const char *const severity_names[SEVERITIES] = {
    [SEVERITY_MUST_FIX] = "must fix",
    [SEVERITY_SHOULD_FIX] = "should fix",
    [SEVERITY_CONSIDER] = "consider",
    [SEVERITY_PRAISE] = "praise",
};

const char *const severity_keys[SEVERITIES] = {
    [SEVERITY_MUST_FIX] = "must_fix",
    [SEVERITY_SHOULD_FIX] = "should_fix",
    [SEVERITY_CONSIDER] = "consider",
    [SEVERITY_PRAISE] = "praise",
};

int severity_find(const char *name)
{
    for (int i = 0; name && i < SEVERITIES; i++) {
        if (strcmp(name, severity_names[i]) == 0)
            return i;
    }
    return -1;
}
