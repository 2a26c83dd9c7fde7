package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	in := bufio.NewScanner(bufio.NewReaderSize(os.Stdin, 1<<16))
	in.Split(bufio.ScanLines)

	var n, k int
	in.Scan()
	fmt.Sscan(in.Text(), &n, &k)

	numbers := make(map[string]int)
	lines := make([]int, n)
	for i := range lines {
		in.Scan()
		number, seen := numbers[string(in.Bytes())]
		if !seen {
			number = len(numbers)
			numbers[in.Text()] = number
		}
		lines[i] = number
	}

	count := make([]int, len(numbers))
	services, left, bestLeft, bestLength := 0, 0, 0, 0
	for right, service := range lines {
		if count[service] == 0 {
			services++
		}
		count[service]++
		for services > k {
			leaving := lines[left]
			count[leaving]--
			if count[leaving] == 0 {
				services--
			}
			left++
		}
		if right-left+1 > bestLength {
			bestLeft, bestLength = left, right-left+1
		}
	}
	fmt.Println(bestLeft+1, bestLength)
}
