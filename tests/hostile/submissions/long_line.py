# attack: a single line of a million odd characters, which the judge shows as the first difference
# expected: WA
# hides: \\u001b|.{5000}
print("\x1b[2J\u202e\x00" * 250000)
