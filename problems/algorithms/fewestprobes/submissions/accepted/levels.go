// O(n k): breadth-first search over the sums; each is reached first with the fewest packets.
package main

func fewestPackets(sizes []int, total int) int {
	packets := make([]int, total+1)
	queue := []int{0}
	for len(queue) > 0 {
		carried := queue[0]
		queue = queue[1:]
		if carried == total {
			return packets[carried]
		}
		for _, size := range sizes {
			reached := carried + size
			if reached <= total && packets[reached] == 0 {
				packets[reached] = packets[carried] + 1
				queue = append(queue, reached)
			}
		}
	}
	return -1
}
