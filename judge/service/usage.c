#include "judge/service/usage.h"

#define FIRST_DISTANCE_S 0.25

static double distance(const struct usage *usage)
{
    return usage->every_s > 0 ? usage->every_s : FIRST_DISTANCE_S;
}

bool usage_is_due(const struct usage *usage, double at_s)
{
    return usage->count == 0 || at_s - usage->samples[usage->count - 1].at_s >= distance(usage);
}

void usage_add(struct usage *usage, const struct usage_sample *sample)
{
    if (usage->count == USAGE_MOST) {
        for (size_t i = 0; 2 * i < USAGE_MOST; i++)
            usage->samples[i] = usage->samples[2 * i];
        usage->count = USAGE_MOST / 2;
        usage->every_s = 2 * distance(usage);
    }
    usage->samples[usage->count++] = *sample;
}
