// Slow: O(capacity) for each use: a list in the order of use is searched for the session's place.
package main

type use struct{ session, user int }

type SessionCache struct {
	capacity int
	uses     []use
}

func NewSessionCache(capacity int) *SessionCache {
	return &SessionCache{capacity: capacity}
}

// Takes the session out of the list.
func (self *SessionCache) take(session int) (use, bool) {
	for i, found := range self.uses {
		if found.session == session {
			self.uses = append(self.uses[:i], self.uses[i+1:]...)
			return found, true
		}
	}
	return use{}, false
}

func (self *SessionCache) Open(session int, user int) *int {
	var gone *int
	if _, known := self.take(session); !known && len(self.uses) == self.capacity {
		first := self.uses[0].session
		gone = &first
		self.uses = self.uses[1:]
	}
	self.uses = append(self.uses, use{session, user})
	return gone
}

func (self *SessionCache) Find(session int) *int {
	found, known := self.take(session)
	if !known {
		return nil
	}
	self.uses = append(self.uses, found)
	return &found.user
}

func (self *SessionCache) Close(session int) bool {
	_, known := self.take(session)
	return known
}
