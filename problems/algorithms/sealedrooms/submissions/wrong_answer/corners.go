// Mistake: air passes over corners; 07-fenced-20.
package main

func sealRooms(plan [][]int) int {
	rows, columns := len(plan), len(plan[0])
	var flood func(row, column, mark int)
	flood = func(row, column, mark int) {
		if row < 0 || row >= rows || column < 0 || column >= columns || plan[row][column] != 0 {
			return
		}
		plan[row][column] = mark
		for down := -1; down <= 1; down++ {
			for right := -1; right <= 1; right++ {
				flood(row+down, column+right, mark)
			}
		}
	}
	for row := range plan {
		flood(row, 0, 3)
		flood(row, columns-1, 3)
	}
	for column := range plan[0] {
		flood(0, column, 3)
		flood(rows-1, column, 3)
	}
	rooms := 0
	for row := range plan {
		for column := range plan[row] {
			if plan[row][column] == 0 {
				flood(row, column, 2)
				rooms++
			}
		}
	}
	for row := range plan {
		for column := range plan[row] {
			if plan[row][column] == 3 {
				plan[row][column] = 0
			}
		}
	}
	return rooms
}
