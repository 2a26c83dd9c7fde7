// Slow: O(n w), goes through the busy workers at each arrival to see who is done.
package main

func assignJobs(arrivals []int, durations []int, workers int) []int {
	ends := make([]int64, workers) // 0: free
	takers := []int{}
	for job, arrival := range arrivals {
		start, taker := int64(arrival), -1
		for worker, end := range ends {
			if end <= start {
				taker = worker
				break
			}
		}
		if taker < 0 {
			taker = 0
			for worker, end := range ends {
				if end < ends[taker] {
					taker = worker
				}
			}
			start = ends[taker]
		}
		ends[taker] = start + int64(durations[job])
		takers = append(takers, taker)
	}
	return takers
}
