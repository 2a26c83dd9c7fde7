// Slow: O(n^2 / k), takes each group off the front of an array, whose rest is moved; leaves groups of one alone.
#include "signature.h"

#include <algorithm>
#include <iterator>
#include <vector>

ListNode *turn_groups(ListNode *chain, int k)
{
    std::vector<int> racks, turned;

    if (k == 1)
        return chain;
    for (ListNode *node = chain; node; node = node->next)
        racks.push_back(node->value);
    turned.reserve(racks.size());
    while (racks.size() >= static_cast<size_t>(k)) {
        std::reverse_copy(racks.begin(), racks.begin() + k, std::back_inserter(turned));
        racks.erase(racks.begin(), racks.begin() + k);
    }
    turned.insert(turned.end(), racks.begin(), racks.end());

    ListNode *node = chain;
    for (int rack : turned) {
        node->value = rack;
        node = node->next;
    }
    return chain;
}
