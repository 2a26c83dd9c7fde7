// O(n): a map from route to position; the prefixes of each path are looked up, longest first.
package main

import "strings"

func matchRoutes(routes []string, paths []string) []int {
	first := make(map[string]int, len(routes))
	for position, route := range routes {
		if _, known := first[route]; !known {
			first[route] = position
		}
	}
	result := make([]int, len(paths))
	for i, path := range paths {
		result[i] = longest(first, path)
	}
	return result
}

func longest(first map[string]int, path string) int {
	for prefix := path; prefix != ""; prefix = prefix[:strings.LastIndexByte(prefix, '/')] {
		if position, found := first[prefix]; found {
			return position
		}
	}
	if position, found := first["/"]; found {
		return position
	}
	return -1
}
