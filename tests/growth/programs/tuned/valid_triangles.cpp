// fewnumbers; time O(n^3); space O(n); kind: three plain loops
#include <iostream>
#include <vector>

int main()
{
    int n;
    std::cin >> n;
    std::vector<long long> side(n);
    for (auto &s : side) std::cin >> s;
    long long count = 0;
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            for (int k = j + 1; k < n; k++)
                if (side[i] + side[j] > side[k] && side[j] + side[k] > side[i] &&
                    side[i] + side[k] > side[j])
                    count++;
    std::cout << count << "\n";
}
