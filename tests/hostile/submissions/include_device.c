/*
 * attack: includes a device that never ends
 * expected: CE
 */
#include "/dev/zero"

int main(void)
{
    return 0;
}
