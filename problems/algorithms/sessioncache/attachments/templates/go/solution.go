package main

// Keeps the sessions that were used last, as many as it has room for.
//
// Example:
//     SessionCache(2), open(7, 1), open(8, 2), find(7), open(9, 3), find(8), find(9)
//     gives null, null, 1, 8, null, 3
type SessionCache struct {
	// Your fields.
}

func NewSessionCache(capacity int) *SessionCache {
	return &SessionCache{}
}

// Stores the user of a session, also when it is there already.
// Returns the session that had to go to make room, or nothing.
func (self *SessionCache) Open(session int, user int) *int {
	return nil
}

// Returns the user of a session, or nothing when it is not there. This is a use of it.
func (self *SessionCache) Find(session int) *int {
	return nil
}

// Forgets a session. Returns whether it was there.
func (self *SessionCache) Close(session int) bool {
	return false
}
