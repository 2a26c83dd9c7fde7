/*
 * attack: has the assembler put a file of the host into the program, which then prints it
 * expected: CE
 */
__asm__(".section .rodata\nsecret: .incbin \"/etc/shadow\"\n.byte 0\n.text");
extern const char secret[];

int puts(const char *);

int main(void)
{
    return puts(secret) < 0;
}
