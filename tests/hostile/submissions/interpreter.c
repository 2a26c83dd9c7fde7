/*
 * attack: spoils the name of its loader, so that the kernel does not take the program and the judge blames itself
 * expected: RTE
 */
__asm__(".section .interp,\"a\"\n.ascii \"no end\"\n.text");

int main(void)
{
    return 0;
}
