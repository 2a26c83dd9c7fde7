/*
 * attack: a file whose name is an option, a response file, a command, a path or a line break to a compiler or a shell
 * name: -fplugin=evil.so.c
 * expected: WA
 * name: -o.c
 * expected: WA
 * name: @args.c
 * expected: WA
 * name: ;touch injected;.c
 * expected: WA
 * name: $(touch injected).c
 * expected: WA
 * name: `touch injected`.c
 * expected: WA
 * name: a\nb.c
 * expected: WA
 * name: a"b'c d.c
 * expected: WA
 * name: \xff\xfe.c
 * expected: WA
 * name: \x1b[2J.c
 * expected: WA
 * hides: \\u001b
 * name: ..c
 * expected: WA refused
 * name: nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn.c
 * expected: WA
 */
#include <stdio.h>

int main(void)
{
    puts("nothing");
    return 0;
}
