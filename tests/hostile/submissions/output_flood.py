# attack: prints without end
# expected: OLE
import os

block = b"x" * 1048576
while True:
    os.write(1, block)
