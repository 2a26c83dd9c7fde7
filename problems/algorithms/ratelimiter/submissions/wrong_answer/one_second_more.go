// Mistake: a request that is exactly window seconds old still counts; 04-border-12.
package main

type RateLimiter struct {
	limit, window int
	times         map[string][]int
}

func NewRateLimiter(limit int, window int) *RateLimiter {
	return &RateLimiter{limit, window, map[string][]int{}}
}

func (self *RateLimiter) Allow(client string, time int) bool {
	if self.Remaining(client, time) == 0 {
		return false
	}
	self.times[client] = append(self.times[client], time)
	return true
}

func (self *RateLimiter) Remaining(client string, time int) int {
	times := self.times[client]
	for len(times) > 0 && times[0] < time-self.window {
		times = times[1:]
	}
	self.times[client] = times
	return self.limit - len(times)
}
