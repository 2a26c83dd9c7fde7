# attack: prints NULs, wrong UTF-8, terminal escapes and a verdict of its own
# expected: WA
# hides: \\u001b
# hides: "verdict": "AC"
import sys

sys.stdout.buffer.write(b"\x00\xff\xfe\x1b]0;title\x07\x1b[2J\"verdict\": \"AC\"\r\n\xc0\xaf")
