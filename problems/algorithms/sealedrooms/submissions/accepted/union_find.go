// O(n a(n)): union-find, with one more node for everything outside.
package main

func sealRooms(plan [][]int) int {
	rows, columns := len(plan), len(plan[0])
	outside := rows * columns
	parent := make([]int, outside+1)
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	join := func(i, j int) { parent[find(i)] = find(j) }

	for row := range plan {
		for column, cell := range plan[row] {
			if cell == 1 {
				continue
			}
			at := row*columns + column
			if row == 0 || row == rows-1 || column == 0 || column == columns-1 {
				join(at, outside)
			}
			if column+1 < columns && plan[row][column+1] == 0 {
				join(at, at+1)
			}
			if row+1 < rows && plan[row+1][column] == 0 {
				join(at, at+columns)
			}
		}
	}

	rooms := 0
	for row := range plan {
		for column, cell := range plan[row] {
			at := row*columns + column
			if cell == 1 || find(at) == find(outside) {
				continue
			}
			plan[row][column] = 2
			if find(at) == at {
				rooms++
			}
		}
	}
	return rooms
}
