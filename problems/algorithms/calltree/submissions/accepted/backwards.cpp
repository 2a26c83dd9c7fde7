// O(n): all calls in a list, level by level; then backwards, children before their callers.
#include "signature.h"

#include <algorithm>
#include <limits>
#include <vector>

long long costliest_path(TreeNode *root)
{
    struct call {
        TreeNode *node;
        int caller;
        long long first, second; // the best way down into each branch, 0 for none
    };
    std::vector<call> calls = {{root, -1, 0, 0}};
    long long best = std::numeric_limits<long long>::min();

    for (size_t i = 0; i < calls.size(); i++) {
        for (TreeNode *child : {calls[i].node->left, calls[i].node->right})
            if (child)
                calls.push_back({child, static_cast<int>(i), 0, 0});
    }
    for (size_t i = calls.size(); i-- > 0;) {
        const call &at = calls[i];
        best = std::max(best, at.node->value + at.first + at.second);
        const long long down = at.node->value + std::max(at.first, at.second);
        if (at.caller < 0)
            continue;
        call &caller = calls[at.caller];
        (caller.node->left == at.node ? caller.first : caller.second) = std::max(0LL, down);
    }
    return best;
}
