// numbers; time O(n^2); space O(n); families: sorted, reversed, equal; kind: quicksort with a bad pivot, recursion
#include <iostream>
#include <utility>
#include <vector>

void quicksort(std::vector<int> &a, int low, int high)
{
    if (low >= high)
        return;
    int pivot = a[high], place = low;
    for (int i = low; i < high; i++)
        if (a[i] < pivot)
            std::swap(a[i], a[place++]);
    std::swap(a[place], a[high]);
    quicksort(a, low, place - 1);
    quicksort(a, place + 1, high);
}

int main()
{
    int n;
    std::cin >> n;
    std::vector<int> a(n);
    for (int &x : a)
        std::cin >> x;
    quicksort(a, 0, n - 1);
    std::cout << a.front() << ' ' << a.back() << '\n';
}
