// Mistake: compares lines without the blanks around them; 10-blanks-10.
package main

import "strings"

func fewestEdits(current []string, wanted []string) int {
	above := make([]int, len(wanted)+1)
	for j := range above {
		above[j] = j
	}
	for i, line := range current {
		row := make([]int, len(wanted)+1)
		row[0] = i + 1
		for j, other := range wanted {
			row[j+1] = above[j]
			if strings.TrimSpace(line) == strings.TrimSpace(other) {
				continue
			}
			if above[j+1] < row[j+1] {
				row[j+1] = above[j+1]
			}
			if row[j] < row[j+1] {
				row[j+1] = row[j]
			}
			row[j+1]++
		}
		above = row
	}
	return above[len(wanted)]
}
