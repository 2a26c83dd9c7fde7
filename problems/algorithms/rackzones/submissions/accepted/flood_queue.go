// O(n + z log z): floods each zone breadth first, a level at a time.
package main

import "sort"

type place struct{ row, column int }

func zoneSizes(feeds [][]int) []int {
	seen := make([][]bool, len(feeds))
	for row := range feeds {
		seen[row] = make([]bool, len(feeds[row]))
	}

	flood := func(start place) int {
		feed := feeds[start.row][start.column]
		size := 0
		seen[start.row][start.column] = true
		for level := []place{start}; len(level) > 0; {
			var next []place
			for _, at := range level {
				size++
				for _, to := range []place{
					{at.row, at.column + 1}, {at.row + 1, at.column},
					{at.row, at.column - 1}, {at.row - 1, at.column},
				} {
					if to.row >= 0 && to.row < len(feeds) && to.column >= 0 && to.column < len(feeds[0]) &&
						feeds[to.row][to.column] == feed && !seen[to.row][to.column] {
						seen[to.row][to.column] = true
						next = append(next, to)
					}
				}
			}
			level = next
		}
		return size
	}

	sizes := []int{}
	for row := range feeds {
		for column, feed := range feeds[row] {
			if feed != 0 && !seen[row][column] {
				sizes = append(sizes, flood(place{row, column}))
			}
		}
	}
	sort.Sort(sort.Reverse(sort.IntSlice(sizes)))
	return sizes
}
