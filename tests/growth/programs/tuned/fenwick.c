// queries; time O(n log n); space O(n); kind: Fenwick tree
#include <stdio.h>

static long long tree[100001];

static void add(int n, int i, long long amount)
{
    for (; i <= n; i += i & -i)
        tree[i] += amount;
}

static long long sum(int i)
{
    long long total = 0;

    for (; i > 0; i -= i & -i)
        total += tree[i];
    return total;
}

int main(void)
{
    int n, x, left, right;
    long long answer = 0;

    if (scanf("%d", &n) != 1)
        return 1;
    for (int i = 1; i <= n && scanf("%d", &x) == 1; i++)
        add(n, i, x);
    while (scanf("%d %d", &left, &right) == 2) {
        long long found = sum(right) - sum(left - 1);

        answer = (answer + found) % 1000000007;
        add(n, left, found % 1000);
    }
    printf("%lld\n", answer);
    return 0;
}
