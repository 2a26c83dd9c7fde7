// O(n^2): sorted; for each smallest container two pointers count the pairs that fit with it.
#include "signature.h"

#include <algorithm>

long long count_triples(const std::vector<int> &memory, int quota)
{
    std::vector<int> sorted = memory;
    int n = static_cast<int>(sorted.size());
    long long groups = 0;

    std::sort(sorted.begin(), sorted.end());
    for (int i = 0; i < n; i++) {
        int room = quota - sorted[i]; // for the other two, which take at most 2 000 000 000
        int left = i + 1, right = n - 1;
        while (left < right) {
            if (sorted[left] + sorted[right] <= room) {
                groups += right - left;
                left++;
            } else {
                right--;
            }
        }
    }
    return groups;
}
