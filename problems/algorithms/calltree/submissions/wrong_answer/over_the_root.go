// Mistake: takes only paths over the root; 10-below-12.
package main

func costliestPath(root *TreeNode) int64 {
	var down func(node *TreeNode) int64
	down = func(node *TreeNode) int64 {
		if node == nil {
			return 0
		}
		first, second := down(node.Left), down(node.Right)
		if second > first {
			first = second
		}
		if first < 0 {
			first = 0
		}
		return int64(node.Value) + first
	}
	best := int64(root.Value)
	for _, branch := range []*TreeNode{root.Left, root.Right} {
		if cost := down(branch); cost > 0 {
			best += cost
		}
	}
	return best
}
