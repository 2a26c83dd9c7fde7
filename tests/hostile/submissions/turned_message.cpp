// attack: has a diagnostic turn the direction of the terminal's text
// expected: CE
// hides: \\u(202[eE]|2066|2069|009[bB]|0085|061[cC])
// hides: ‮|⁦|
#error "‮⁦ accepted ⁩2J ؜"
#error "]52;c;ZXZpbA==P+q\\"
