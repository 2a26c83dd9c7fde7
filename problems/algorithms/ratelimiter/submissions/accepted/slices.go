// O(1) a call, amortised: for each client a slice of the times that count, which is cut at its front.
package main

type RateLimiter struct {
	limit, window int
	times         map[string][]int
}

func NewRateLimiter(limit int, window int) *RateLimiter {
	return &RateLimiter{limit, window, map[string][]int{}}
}

func (self *RateLimiter) counting(client string, time int) []int {
	times := self.times[client]
	for len(times) > 0 && times[0] <= time-self.window {
		times = times[1:]
	}
	return times
}

func (self *RateLimiter) Allow(client string, time int) bool {
	times := self.counting(client, time)
	allowed := len(times) < self.limit
	if allowed {
		times = append(times, time)
	}
	self.times[client] = times
	return allowed
}

func (self *RateLimiter) Remaining(client string, time int) int {
	return self.limit - len(self.counting(client, time))
}
