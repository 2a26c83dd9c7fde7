// small; time O(2^n); space O(1) or O(n); kind: recursion
#include <stdio.h>

static unsigned checksum;
static int height[3];

static void move(int disks, int from, int to)
{
    if (disks == 0)
        return;
    move(disks - 1, from, 3 - from - to);
    height[from]--;
    height[to]++;
    checksum = checksum * 31 + (unsigned) (from * 3 + to + height[to]);
    move(disks - 1, 3 - from - to, to);
}

int main(void)
{
    int n;

    if (scanf("%d", &n) != 1)
        return 1;
    height[0] = n;
    move(n, 0, 2);
    printf("%u\n", checksum);
    return 0;
}
