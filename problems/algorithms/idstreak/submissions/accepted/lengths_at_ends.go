// O(n): a map that is right at both ends of each streak joins streaks as the ids come.
package main

func longestStreak(ids []int) []int {
	lengths := map[int]int{}
	best, bestLength := 0, 0
	for _, id := range ids {
		if lengths[id] > 0 {
			continue
		}
		first := id - lengths[id-1]
		last := id + lengths[id+1]
		length := last - first + 1
		lengths[id] = length
		lengths[first] = length
		lengths[last] = length
		if length > bestLength || length == bestLength && first < best {
			best, bestLength = first, length
		}
	}
	return []int{best, bestLength}
}
