// attack: more goroutines and threads than there is room for
// expected: MLE RTE TLE
package main

import "runtime"

func main() {
	for {
		go func() {
			runtime.LockOSThread()
			var block [1 << 16]byte
			for i := range block {
				block[i] = 1
			}
			select {}
		}()
	}
}
