// Crash: takes k names although there are fewer.
package main

import "sort"

func noisiest(requests []string, k int) []string {
	counts := map[string]int{}
	for _, name := range requests {
		counts[name]++
	}
	names := []string{}
	for name := range counts {
		names = append(names, name)
	}
	sort.Slice(names, func(i, j int) bool {
		if counts[names[i]] != counts[names[j]] {
			return counts[names[i]] > counts[names[j]]
		}
		return names[i] < names[j]
	})
	wanted := make([]string, k)
	for i := range wanted {
		wanted[i] = names[i]
	}
	return wanted
}
