// Slow: O(n^2), searches for the window that closes first, eight at a time; puts away what is done now and then.
#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#include "signature.h"

#include <limits>

int fewest_checks(const std::vector<int> &opens, const std::vector<int> &closes)
{
    const int none = std::numeric_limits<int>::max();
    std::vector<int> opening = opens, closing = closes;
    int last = std::numeric_limits<int>::min();

    for (int checks = 0;; checks++) {
        int first = none;
        for (size_t i = 0; i < opening.size(); i++) {
            int candidate = opening[i] > last ? closing[i] : none;
            first = candidate < first ? candidate : first;
        }
        if (first == none)
            return checks;
        last = first;
        if (checks % 512 == 511) {
            size_t left = 0;
            for (size_t i = 0; i < opening.size(); i++)
                if (opening[i] > last) {
                    opening[left] = opening[i];
                    closing[left++] = closing[i];
                }
            opening.resize(left);
            closing.resize(left);
        }
    }
}
