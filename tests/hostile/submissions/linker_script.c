/*
 * attack: gives the linker commands and libraries of its own by sections and directives
 * expected: CE WA RTE
 * hides: root:[*!$x]
 */
__asm__(".section .drectve,\"yn\"\n.ascii \" -T/etc/shadow -plugin evil.so\"\n.text");
__asm__(".section .deplibs,\"MS\",@llvm_dependent_libraries,1\n.asciz \"/etc/shadow\"\n.text");
__asm__(".section .gnu.lto_evil,\"e\"\n.ascii \"not lto\"\n.text");

int main(void)
{
    return 0;
}
