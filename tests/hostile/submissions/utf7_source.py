# attack: hides its code in an encoding; coding: utf_7
# expected: WA
+AGkAbQBwAG8AcgB0- sys
sys.stdout.write("hidden")
