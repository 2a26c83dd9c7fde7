// text; time O(n); space O(n); kind: KMP
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *text = NULL;
    size_t room = 0;

    if (getline(&text, &room, stdin) < 0)
        return 1;
    text[strcspn(text, "\n")] = '\0';
    size_t n = strlen(text);
    size_t *border = malloc((n + 1) * sizeof(*border));
    border[0] = 0;
    for (size_t i = 1, k = 0; i < n; i++) {
        while (k > 0 && text[i] != text[k])
            k = border[k - 1];
        if (text[i] == text[k])
            k++;
        border[i] = k;
    }
    printf("%zu\n", n - border[n - 1]);
    free(border);
    free(text);
    return 0;
}
