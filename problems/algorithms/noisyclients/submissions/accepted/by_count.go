// O(n log n): clients in buckets by their count; each bucket is sorted by name when its turn comes.
package main

import "sort"

func noisiest(requests []string, k int) []string {
	counts := map[string]int{}
	for _, name := range requests {
		counts[name]++
	}
	buckets := make([][]string, len(requests)+1)
	for name, count := range counts {
		buckets[count] = append(buckets[count], name)
	}
	names := []string{}
	for count := len(requests); count > 0 && len(names) < k; count-- {
		sort.Strings(buckets[count])
		names = append(names, buckets[count]...)
	}
	if len(names) > k {
		names = names[:k]
	}
	return names
}
