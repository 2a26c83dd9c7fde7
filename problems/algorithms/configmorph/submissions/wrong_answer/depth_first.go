// Mistake: depth first, which finds a way but not the shortest; 15-full-200.
package main

func fewestChanges(current string, wanted string, valid []string) int {
	left := map[string]bool{}
	for _, text := range valid {
		left[text] = true
	}
	var search func(text string, changes int) int
	search = func(text string, changes int) int {
		if text == wanted {
			return changes
		}
		delete(left, text)
		for i := range text {
			for letter := 'a'; letter <= 'f'; letter++ {
				other := text[:i] + string(letter) + text[i+1:]
				if left[other] {
					if found := search(other, changes+1); found >= 0 {
						return found
					}
				}
			}
		}
		return -1
	}
	return search(current, 0)
}
