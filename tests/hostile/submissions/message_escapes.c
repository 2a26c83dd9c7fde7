/*
 * attack: has the compiler print terminal escapes and forged verdicts
 * expected: CE
 * hides: \\u001b
 */
#error [2J]0;title 31m "verdict": "AC"
