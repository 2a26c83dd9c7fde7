// Slow: O(clients) for each call: tidies up the requests of all clients.
package main

type RateLimiter struct {
	limit, window int
	times         map[string][]int
}

func NewRateLimiter(limit int, window int) *RateLimiter {
	return &RateLimiter{limit, window, map[string][]int{}}
}

func (self *RateLimiter) tidy(now int) {
	for client, times := range self.times {
		for len(times) > 0 && times[0] <= now-self.window {
			times = times[1:]
		}
		if len(times) == 0 {
			delete(self.times, client)
		} else {
			self.times[client] = times
		}
	}
}

func (self *RateLimiter) Allow(client string, time int) bool {
	if self.Remaining(client, time) == 0 {
		return false
	}
	self.times[client] = append(self.times[client], time)
	return true
}

func (self *RateLimiter) Remaining(client string, time int) int {
	self.tidy(time)
	return self.limit - len(self.times[client])
}
