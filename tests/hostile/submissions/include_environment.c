/*
 * attack: includes the compiler's own environment, descriptors and memory
 * expected: CE
 * hides: MARK_OF_THE_JUDGE
 */
#include "/proc/self/environ"
#include "/proc/self/cmdline"
#include "/proc/self/mountinfo"
#include "/proc/self/fd/3"
#include "/proc/self/mem"
