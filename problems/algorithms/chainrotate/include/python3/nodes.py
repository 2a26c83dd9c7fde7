# The nodes that turn_groups is called with. Generated from interview.yaml: do not edit.
class ListNode:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
