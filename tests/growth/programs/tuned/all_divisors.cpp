// single; time O(n sqrt n); space O(1)
#include <iostream>

bool perfect(int number)
{
    int sum = 1;
    for (int i = 2; i * i <= number; i++)
        if (number % i == 0)
            sum += i + (i * i == number ? 0 : number / i);
    return number > 1 && sum == number;
}

int main()
{
    int n, found = 0;
    std::cin >> n;
    for (int i = 1; i <= n; i++)
        found += perfect(i);
    std::cout << found << '\n';
}
