// numbers; time O(n log n); space O(n); kind: two heaps
package main

import (
	"bufio"
	"container/heap"
	"fmt"
	"os"
)

type ints []int

func (h ints) Len() int            { return len(h) }
func (h ints) Less(i, j int) bool  { return h[i] < h[j] }
func (h ints) Swap(i, j int)       { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x interface{}) { *h = append(*h, x.(int)) }
func (h *ints) Pop() interface{} {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

func main() {
	in := bufio.NewReader(os.Stdin)
	var n, x, sum int
	fmt.Fscan(in, &n)
	low, high := &ints{}, &ints{} // low holds negated numbers
	for i := 0; i < n; i++ {
		fmt.Fscan(in, &x)
		heap.Push(low, -x)
		heap.Push(high, -heap.Pop(low).(int))
		if high.Len() > low.Len() {
			heap.Push(low, -heap.Pop(high).(int))
		}
		sum += -(*low)[0]
	}
	fmt.Println(sum)
}
