/* Crash: aborts on platforms with more than 1,000 services, for which it has no room. */
#include <assert.h>
#include <stdbool.h>
#include <stdio.h>

enum { MAX_N = 1000, MAX_M = 300000, MAX_B = 5 };

static char state[20002];
static int first_call[MAX_N + 1], next_call[MAX_M + 1], callee[MAX_M + 1];
static bool seen[MAX_N + 1][MAX_B + 1];
static struct {
    int service, used, hops;
} queue[(MAX_N + 1) * (MAX_B + 1)];

int main(void)
{
    int n, m, budget;

    if (scanf("%d %d %d %20001s", &n, &m, &budget, state + 1) != 4)
        return 1;
    assert(n <= MAX_N);
    for (int i = 1; i <= m; i++) {
        int x;

        if (scanf("%d %d", &x, &callee[i]) != 2)
            return 1;
        next_call[i] = first_call[x];
        first_call[x] = i;
    }

    int head = 0, tail = 0;

    queue[tail].service = 1;
    tail++;
    seen[1][0] = true;
    for (; head < tail; head++) {
        int here = queue[head].service;

        if (here == n) {
            printf("%d\n", queue[head].hops);
            return 0;
        }
        for (int i = first_call[here]; i; i = next_call[i]) {
            int next = callee[i], used = queue[head].used + (state[next] == 'd');

            if (used > budget || seen[next][used])
                continue;
            seen[next][used] = true;
            queue[tail].service = next;
            queue[tail].used = used;
            queue[tail].hops = queue[head].hops + 1;
            tail++;
        }
    }
    puts("unreachable");
    return 0;
}
