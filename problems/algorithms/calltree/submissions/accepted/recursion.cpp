// O(n): recursion; it is as deep as the tree, which the stack has room for here.
#include "signature.h"

#include <algorithm>
#include <limits>

namespace {

long long best_down(const TreeNode *node, long long &best)
{
    if (!node)
        return 0;
    const long long first = best_down(node->left, best), second = best_down(node->right, best);
    best = std::max(best, node->value + first + second);
    return std::max(0LL, node->value + std::max(first, second));
}

} // namespace

long long costliest_path(TreeNode *root)
{
    long long best = std::numeric_limits<long long>::min();

    best_down(root, best);
    return best;
}
