/*
 * attack: has the compiler compute for ever
 * expected: CE
 */
constexpr unsigned long long spin(unsigned long long n)
{
    unsigned long long sum = 0;
    for (unsigned long long i = 0; i < n; i++)
        for (unsigned long long k = 0; k < n; k++)
            sum += i ^ k;
    return sum;
}
constexpr unsigned long long value = spin(1ull << 40);

int main()
{
    return (int) value;
}
