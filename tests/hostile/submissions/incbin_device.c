/*
 * attack: assembles a device without end into the program
 * expected: CE
 */
__asm__(".incbin \"/dev/zero\"");

int main(void)
{
    return 0;
}
