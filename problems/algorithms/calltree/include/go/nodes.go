// The nodes that costliest_path is called with. Generated from interview.yaml: do not edit.
package main

type TreeNode struct {
	Value       int
	Left, Right *TreeNode
}
