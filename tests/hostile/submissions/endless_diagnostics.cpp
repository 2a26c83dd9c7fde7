/*
 * attack: has the compiler print errors for ever
 * expected: CE
 */
template <int n> struct A { A<n + 1> *a = undeclared; int f() { return A<n + 1>().f() + missing; } };
#include __FILE__
int main() { return A<0>().f(); }
