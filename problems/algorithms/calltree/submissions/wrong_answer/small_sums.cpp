// Mistake: adds costs in 32 bits; 14-largest-10.
#include "signature.h"

#include <algorithm>
#include <climits>

namespace {

int best_down(const TreeNode *node, int &best)
{
    if (!node)
        return 0;
    const int first = std::max(0, best_down(node->left, best));
    const int second = std::max(0, best_down(node->right, best));
    best = std::max<int>(best, static_cast<unsigned>(node->value) + first + second);
    return static_cast<unsigned>(node->value) + std::max(first, second);
}

} // namespace

long long costliest_path(TreeNode *root)
{
    int best = INT_MIN;

    best_down(root, best);
    return best;
}
