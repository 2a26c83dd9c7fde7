/*
 * attack: macros that expand to 2^40 words
 * expected: CE
 */
#define A(x) x x x x x x x x x x x x x x x x
#define B(x) A(A(A(A(x))))
#define C(x) B(B(B(x)))

int main(void)
{
    return 0 C(+0);
}
