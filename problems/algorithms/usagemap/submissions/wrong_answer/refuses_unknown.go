// Mistake: without a shared quota, refuses the teams that have no quota; 08-nothing-6.
package main

func refusedRequests(quotas map[string]int, requests []string) map[string]int {
	refused := map[string]int{}
	for _, team := range requests {
		name := team
		if _, found := quotas[team]; !found {
			name = "*"
		}
		if quotas[name] > 0 {
			quotas[name]--
		} else {
			refused[team]++
		}
	}
	return refused
}
