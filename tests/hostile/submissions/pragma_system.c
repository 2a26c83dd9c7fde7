/*
 * attack: asks for a plugin, other options and another file system root by pragmas
 * expected: CE WA RTE
 * hides: root:[*!$x]
 */
#pragma GCC optimize("-fplugin=/tmp/evil.so")
#pragma GCC system_header
#pragma GCC dependency "/etc/shadow"
#pragma redefine_extname main evil

int main(void)
{
    return 0;
}
