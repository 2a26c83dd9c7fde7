/*
 * attack: has a diagnostic quote a line of a file of the host
 * expected: CE
 * hides: root:/root
 * hides: MARK_OF_THE_JUDGE=
 */
#line 1 "/etc/passwd"
int main(void) { return undeclared; }
#line 1 "/proc/self/environ"
int second(void) { return undeclared_too; }
