// O(1) a call: container/list in the order of use, a map from session to its element.
package main

import "container/list"

type entry struct {
	session, user int
}

type SessionCache struct {
	capacity int
	order    *list.List
	places   map[int]*list.Element
}

func NewSessionCache(capacity int) *SessionCache {
	return &SessionCache{capacity, list.New(), map[int]*list.Element{}}
}

func (self *SessionCache) Open(session int, user int) *int {
	if place, found := self.places[session]; found {
		place.Value = entry{session, user}
		self.order.MoveToBack(place)
		return nil
	}
	var gone *int
	if len(self.places) == self.capacity {
		oldest := self.order.Remove(self.order.Front()).(entry).session
		delete(self.places, oldest)
		gone = &oldest
	}
	self.places[session] = self.order.PushBack(entry{session, user})
	return gone
}

func (self *SessionCache) Find(session int) *int {
	place, found := self.places[session]
	if !found {
		return nil
	}
	self.order.MoveToBack(place)
	user := place.Value.(entry).user
	return &user
}

func (self *SessionCache) Close(session int) bool {
	place, found := self.places[session]
	if found {
		self.order.Remove(place)
		delete(self.places, session)
	}
	return found
}
