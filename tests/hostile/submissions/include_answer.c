/*
 * attack: assembles the expected answer into the program, by every relative path that could lead there
 * expected: CE
 * hides: 56088
 */
__asm__(".incbin \"../data/secret/1.ans\"");

int main(void)
{
    return 0;
}
