// What turn_groups is called with. Generated from interview.yaml: do not edit.
#ifndef SIGNATURE_H
#define SIGNATURE_H

struct ListNode {
    int value;
    ListNode *next = nullptr;
};

#endif
