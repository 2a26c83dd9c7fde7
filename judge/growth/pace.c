#include "judge/growth/pace.h"

#include <math.h>

#define LEAST_CPU_S 0.05
#define SPARE 1.5 /* the pace may change while a run goes on */

struct pace pace_begin(double now_s, bool real)
{
    return (struct pace){ .last_s = now_s, .pace = 1, .real = real };
}

double pace_passed(struct pace *pace, double now_s)
{
    pace->passed_s += (now_s - pace->last_s) / pace->pace;
    pace->last_s = now_s;
    return pace->passed_s;
}

void pace_take(struct pace *pace, double now_s, double cpu_s, double wall_s)
{
    if (pace->real || !(cpu_s >= LEAST_CPU_S))
        return;
    pace_passed(pace, now_s);
    pace->pace = fmin(fmax((pace->pace + wall_s / cpu_s) / 2, 1), PACE_MOST);
}

double pace_bound(const struct pace *pace, double wall_s)
{
    return pace->real ? wall_s : wall_s * pace->pace * SPARE;
}
