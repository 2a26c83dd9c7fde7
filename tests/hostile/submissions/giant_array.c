/*
 * attack: has the compiler write a program of gigabytes
 * expected: CE
 */
char block[6l << 30] = { 1 };

int main(void)
{
    return block[0];
}
