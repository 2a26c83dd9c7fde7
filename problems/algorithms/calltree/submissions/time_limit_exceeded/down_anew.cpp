// Slow: O(n h) for height h, computes the best way down anew for each call.
#include "signature.h"

#include <algorithm>
#include <vector>

namespace {

long long best_down(const TreeNode *node)
{
    if (!node)
        return 0;
    return std::max(0LL, node->value + std::max(best_down(node->left), best_down(node->right)));
}

} // namespace

long long costliest_path(TreeNode *root)
{
    std::vector<TreeNode *> stack = {root};
    long long best = root->value;

    while (!stack.empty()) {
        TreeNode *node = stack.back();
        stack.pop_back();
        best = std::max(best, node->value + best_down(node->left) + best_down(node->right));
        for (TreeNode *child : {node->left, node->right})
            if (child)
                stack.push_back(child);
    }
    return best;
}
