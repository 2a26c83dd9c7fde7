# attack: writes one line without an end to both streams
# expected: OLE
import os

while True:
    os.write(2, b"\xe2\x80\xae\xff" * 16384)
    os.write(1, b"x" * 65536)
