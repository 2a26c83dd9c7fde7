// Reads a test, calls weigh, prints the result. Generated from interview.yaml: do not edit.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"runtime/debug"
	"sort"
	"strconv"
)

var (
	driverData   []byte
	driverAt     int
	driverAnswer bytes.Buffer
	_            = sort.Ints // used where there are maps
)

func driverFail(text string) {
	fmt.Fprintln(os.Stderr, text)
	os.Exit(1)
}

func driverSkip() {
	for driverAt < len(driverData) && driverData[driverAt] <= ' ' {
		driverAt++
	}
}

func driverReadWord() string {
	driverSkip()
	start := driverAt
	for driverAt < len(driverData) && driverData[driverAt] > ' ' {
		driverAt++
	}
	return string(driverData[start:driverAt])
}

func driverReadNull() bool {
	driverSkip()
	if driverAt >= len(driverData) || driverData[driverAt] != 'n' {
		return false
	}
	driverAt += len("null")
	return true
}

func driverReadLong() int64 {
	driverSkip()
	negative := driverAt < len(driverData) && driverData[driverAt] == '-'
	if negative {
		driverAt++
	}
	var value uint64
	for driverAt < len(driverData) && driverData[driverAt] > ' ' {
		value = value*10 + uint64(driverData[driverAt]-'0')
		driverAt++
	}
	if negative {
		return int64(-value)
	}
	return int64(value)
}

func driverReadInt() int {
	return int(driverReadLong())
}

func driverReadDouble() float64 {
	value, _ := strconv.ParseFloat(driverReadWord(), 64)
	return value
}

func driverReadBool() bool {
	return driverReadWord() == "true"
}

func driverReadString() string {
	driverSkip()
	start := driverAt
	for driverAt++; driverAt < len(driverData) && driverData[driverAt] != '"'; driverAt++ {
		if driverData[driverAt] == '\\' {
			driverAt++
		}
	}
	driverAt++
	literal := driverData[start:driverAt]
	if bytes.IndexByte(literal, '\\') < 0 {
		return string(literal[1 : len(literal)-1])
	}
	var text string
	if json.Unmarshal(literal, &text) != nil {
		driverFail("the driver cannot read a string of the test")
	}
	return text
}

func driverEnd(end byte) {
	if end != 0 {
		driverAnswer.WriteByte(end)
	}
}

func driverWriteLong(value int64, end byte) {
	var digits [24]byte
	driverAnswer.Write(strconv.AppendInt(digits[:0], value, 10))
	driverEnd(end)
}

func driverWriteInt(value int, end byte) {
	driverWriteLong(int64(value), end)
}

func driverWriteDouble(value float64, end byte) {
	driverAnswer.WriteString(strconv.FormatFloat(value, 'g', -1, 64))
	driverEnd(end)
}

func driverWriteBool(value bool, end byte) {
	driverAnswer.WriteString(strconv.FormatBool(value))
	driverEnd(end)
}

func driverWriteString(text string, end byte) {
	driverAnswer.WriteByte('"')
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"', '\\':
			driverAnswer.WriteByte('\\')
			driverAnswer.WriteByte(c)
		case '\b':
			driverAnswer.WriteString(`\b`)
		case '\f':
			driverAnswer.WriteString(`\f`)
		case '\n':
			driverAnswer.WriteString(`\n`)
		case '\r':
			driverAnswer.WriteString(`\r`)
		case '\t':
			driverAnswer.WriteString(`\t`)
		default:
			if c < ' ' {
				fmt.Fprintf(&driverAnswer, `\u%04x`, c)
			} else {
				driverAnswer.WriteByte(c)
			}
		}
	}
	driverAnswer.WriteByte('"')
	driverEnd(end)
}

func driverReadListInt() []int {
	list := make([]int, driverReadInt())
	for i := range list {
		list[i] = driverReadInt()
	}
	return list
}

func main() {
	// What the candidate prints goes to stderr. The stack may fill the memory.
	output := os.Stdout
	os.Stdout = os.Stderr
	debug.SetMaxStack(math.MaxInt64)
	data, err := io.ReadAll(os.Stdin)
	if err != nil {
		driverFail(err.Error())
	}
	driverData = data
	argument_numbers := driverReadListInt()
	returned := weigh(argument_numbers)
	driverWriteInt(returned, '\n')
	if _, err := output.Write(driverAnswer.Bytes()); err != nil {
		driverFail(err.Error())
	}
}
