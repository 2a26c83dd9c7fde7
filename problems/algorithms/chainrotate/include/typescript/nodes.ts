// The nodes that turn_groups is called with. Generated from interview.yaml: do not edit.
export class ListNode {
    value: number;
    next: ListNode | null;

    constructor(value: number, next: ListNode | null = null) {
        this.value = value;
        this.next = next;
    }
}
