// Mistake: takes only slots that are longer than length; 06-apart-8.
package main

import "sort"

func freeSlots(bookings [][]int, horizon int, length int) [][]int {
	sort.Slice(bookings, func(i, j int) bool { return bookings[i][0] < bookings[j][0] })
	bookings = append(bookings, []int{horizon, horizon})
	slots := [][]int{}
	freeFrom := 0
	for _, booking := range bookings {
		start := booking[0]
		if start > horizon {
			start = horizon
		}
		if start-freeFrom > length {
			slots = append(slots, []int{freeFrom, start})
		}
		if booking[1] > freeFrom {
			freeFrom = booking[1]
		}
	}
	return slots
}
