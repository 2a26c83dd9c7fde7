# attack: writes to standard error without end, and then prints its answer
# expected: OLE
import os

block = b"\x1b[2J" * 100000
while True:
    os.write(2, block)
