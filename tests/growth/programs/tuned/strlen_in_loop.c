// text; time O(n^2); space O(n); kind: a quadratic with a tiny constant
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static char text[200010];

int main(void)
{
    if (!fgets(text, sizeof(text), stdin))
        return 1;
    for (size_t i = 0; i < strlen(text); i++)
        if (text[i] == 'a')
            text[i] = (char) toupper(text[i]);
    printf("%zu %.10s\n", strlen(text), text);
    return 0;
}
