/* Uses CPU time until somebody stops it. */
int main(void)
{
    for (volatile unsigned i = 0;; i++)
        ;
}
