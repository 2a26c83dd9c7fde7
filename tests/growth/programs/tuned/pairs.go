// weigh; time O(n^2); space O(1)
package main

func weigh(numbers []int) int {
	pairs := 0
	for i := range numbers {
		for k := 0; k < i; k++ {
			if numbers[k] < numbers[i] {
				pairs++
			}
		}
	}
	return pairs & 0xffff
}
