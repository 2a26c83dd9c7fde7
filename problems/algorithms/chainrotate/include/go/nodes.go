// The nodes that turn_groups is called with. Generated from interview.yaml: do not edit.
package main

type ListNode struct {
	Value int
	Next  *ListNode
}
