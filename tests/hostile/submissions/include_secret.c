/*
 * attack: includes the judge's files, whose text the compiler's message would show
 * expected: CE
 * hides: root:[*!$x]
 */
#include "/etc/shadow"
#include "/proc/self/environ"

int main(void)
{
    return 0;
}
