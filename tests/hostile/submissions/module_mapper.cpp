/*
 * attack: has the compiler import modules and header units, for which it may start a helper
 * expected: CE WA
 */
import "/etc/shadow";
export module evil;
int main() { return 0; }
