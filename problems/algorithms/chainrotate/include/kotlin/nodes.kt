// The nodes that turn_groups is called with. Generated from interview.yaml: do not edit.

class ListNode(var value: Int) {
    var next: ListNode? = null
}
