// The nodes that turn_groups is called with. Generated from interview.yaml: do not edit.
class ListNode {
    constructor(value, next = null) {
        this.value = value;
        this.next = next;
    }
}

module.exports = { ListNode };
