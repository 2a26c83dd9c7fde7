// huge; time O(1); space O(1)
#include <stdio.h>

int main(void)
{
    static const char *const names[] = { "Sat", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri" };
    long n;

    if (scanf("%ld", &n) != 1)
        return 1;
    long year = 1900 + n / 366 % 400, month = 3 + n % 10, day = 1 + n % 28;
    long century = year / 100, rest = year % 100;

    printf("%s\n", names[(day + 13 * (month + 1) / 5 + rest + rest / 4 + century / 4 + 5 * century) % 7]);
    return 0;
}
