// attack: has the assembler put a file of the host into the program
// expected: CE
// hides: root:[*!$x]
use std::arch::global_asm;

global_asm!(".section .rodata", ".global secret", "secret: .incbin \"/etc/shadow\"", ".byte 0");

fn main() {}
