// Slow: O(n^2), passes on the smallest label of a zone from place to place until nothing changes.
package main

import "sort"

func zoneSizes(feeds [][]int) []int {
	rows, columns := len(feeds), len(feeds[0])
	label := make([][]int, rows)
	for row := range label {
		label[row] = make([]int, columns)
		for column := range label[row] {
			label[row][column] = row*columns + column
		}
	}
	for changed := true; changed; {
		changed = false
		for r := range feeds {
			for c := range feeds[r] {
				for _, to := range [][2]int{{r, c + 1}, {r + 1, c}, {r, c - 1}, {r - 1, c}} {
					r2, c2 := to[0], to[1]
					if r2 >= 0 && r2 < rows && c2 >= 0 && c2 < columns &&
						feeds[r2][c2] == feeds[r][c] && label[r2][c2] < label[r][c] {
						label[r][c] = label[r2][c2]
						changed = true
					}
				}
			}
		}
	}
	count := map[int]int{}
	for r := range feeds {
		for c := range feeds[r] {
			if feeds[r][c] != 0 {
				count[label[r][c]]++
			}
		}
	}
	sizes := []int{}
	for _, size := range count {
		sizes = append(sizes, size)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(sizes)))
	return sizes
}
