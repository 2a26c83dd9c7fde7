// words; time O(n log n); space O(n); kind: sorting of strings
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare(const void *a, const void *b)
{
    return strcmp(*(char *const *) a, *(char *const *) b);
}

int main(void)
{
    int n, twice = 0;
    char word[16];

    if (scanf("%d", &n) != 1)
        return 1;
    char **words = malloc((size_t) n * sizeof(char *));
    for (int i = 0; i < n; i++) {
        if (scanf("%15s", word) != 1)
            return 1;
        words[i] = strdup(word);
    }
    qsort(words, (size_t) n, sizeof(char *), compare);
    for (int i = 1; i < n; i++)
        twice += strcmp(words[i], words[i - 1]) == 0;
    printf("%s %d\n", words[0], twice);
    return 0;
}
