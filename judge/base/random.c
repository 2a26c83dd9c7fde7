#include "judge/base/random.h"

static const uint64_t golden = 0x9e3779b97f4a7c15u; /* 2^64 divided by the golden ratio, odd */

uint64_t random_mix(uint64_t value)
{
    value += golden;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

uint64_t random_draw(uint64_t *state)
{
    *state += golden;
    return random_mix(*state);
}
