/*
 * attack: a small program that asks for 64 GiB of zeros, so that executing it fails half-way
 * expected: RTE MLE CE WA
 */
static char zeros[68719476736];

int main(void)
{
    return zeros[1];
}
