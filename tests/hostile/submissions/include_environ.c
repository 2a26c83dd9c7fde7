/*
 * attack: includes what /proc knows of the compiler and of those who started it
 * expected: CE
 * hides: root:[*!$x]
 * hides: MARK_OF_THE_JUDGE
 */
#include "/proc/self/environ"
#include "/proc/1/environ"
#include "/proc/self/fd/9"
#include "/proc/1/root/etc/passwd"
#include "/proc/self/mountinfo"
