// What costliest_path is called with. Generated from interview.yaml: do not edit.
#ifndef SIGNATURE_H
#define SIGNATURE_H

struct TreeNode {
    int value;
    TreeNode *left = nullptr, *right = nullptr;
};

#endif
