// Mistake: returns the last minute without looking for servers that were not reached; 01-none-1.
package main

func patchMinutes(servers [][]int) int {
	type place struct{ row, column, minute int }
	var queue []place
	for row := range servers {
		for column, state := range servers[row] {
			if state == 1 {
				queue = append(queue, place{row, column, 0})
			}
		}
	}
	last := 0
	for ; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		last = at.minute
		for _, step := range [][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
			row, column := at.row+step[0], at.column+step[1]
			if row >= 0 && row < len(servers) && column >= 0 && column < len(servers[0]) &&
				servers[row][column] == 0 {
				servers[row][column] = 1
				queue = append(queue, place{row, column, at.minute + 1})
			}
		}
	}
	return last
}
