// O(n): a stack of positions with rising capacities.
package main

func largestBlock(capacity []int) int64 {
	best := 0
	stack := []int{}
	for i := 0; i <= len(capacity); i++ {
		amount := 0
		if i < len(capacity) {
			amount = capacity[i]
		}
		for len(stack) > 0 && capacity[stack[len(stack)-1]] >= amount {
			height := capacity[stack[len(stack)-1]]
			stack = stack[:len(stack)-1]
			width := i
			if len(stack) > 0 {
				width = i - stack[len(stack)-1] - 1
			}
			if height*width > best {
				best = height * width
			}
		}
		stack = append(stack, i)
	}
	return int64(best)
}
