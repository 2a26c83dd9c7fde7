/*
 * attack: a few lines that compile to a program of 16 GiB
 * expected: CE
 */
char bomb[17179869184] = { 1 };

int main(void)
{
    return bomb[17179869183];
}
