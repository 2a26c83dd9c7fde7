// The nodes that turn_groups is called with. Generated from interview.yaml: do not edit.

class ListNode {
    int value;
    ListNode next;

    ListNode(int value) {
        this.value = value;
    }
}
