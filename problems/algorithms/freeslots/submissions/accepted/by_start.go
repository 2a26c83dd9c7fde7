// O(n log n): in the order of starts, with the latest end so far.
package main

import "sort"

func freeSlots(bookings [][]int, horizon int, length int) [][]int {
	sort.Slice(bookings, func(i, j int) bool { return bookings[i][0] < bookings[j][0] })
	slots := [][]int{}
	freeFrom := 0
	for _, booking := range bookings {
		start, end := booking[0], booking[1]
		if start >= horizon {
			break
		}
		if start-freeFrom >= length {
			slots = append(slots, []int{freeFrom, start})
		}
		if end > freeFrom {
			freeFrom = end
		}
	}
	if horizon-freeFrom >= length {
		slots = append(slots, []int{freeFrom, horizon})
	}
	return slots
}
