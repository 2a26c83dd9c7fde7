/*
 * attack: prints NULs, invalid UTF-8 and terminal escapes, to break the JSON or rewrite the judge's terminal
 * run: --wall 5
 * expected: exited
 * hides: ^outcome
 * prints: ^end$
 */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    static const char text[] = "\0\xff\xfe\xc0\xaf\xed\xa0\x80\x1b]0;title\a\x1b[2J\x9b31m\",\n\"outcome\": \"none\"\\u0000\nend\n";

    write(1, text, sizeof(text) - 1);
    write(2, text, sizeof(text) - 1);
    return 0;
}
