// Slow: O(n m), finds the place of each path among the sorted routes and goes back to one that covers it.
package main

import (
	"sort"
	"strings"
)

func matchRoutes(routes []string, paths []string) []int {
	first := make(map[string]int)
	sorted := []string{}
	for position, route := range routes {
		if _, known := first[route]; !known {
			first[route] = position
			sorted = append(sorted, route)
		}
	}
	sort.Strings(sorted)
	result := make([]int, len(paths))
	for i, path := range paths {
		at := sort.Search(len(sorted), func(k int) bool { return sorted[k] > path }) - 1
		for at >= 0 && !covers(sorted[at], path) {
			at--
		}
		result[i] = -1
		if at >= 0 {
			result[i] = first[sorted[at]]
		}
	}
	return result
}

func covers(route, path string) bool {
	return route == "/" || strings.HasPrefix(path, route) && (len(path) == len(route) || path[len(route)] == '/')
}
