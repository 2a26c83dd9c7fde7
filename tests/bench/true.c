/* The least program: what starting one costs is all there is to it. Linked statically. */
int main(void)
{
    return 0;
}
