# text; time O(n); space O(n); kind: string building by join
text = input()
parts = []
start = 0
for i in range(1, len(text) + 1):
    if i == len(text) or text[i] != text[start]:
        parts.append(text[start] + str(i - start))
        start = i
encoded = "".join(parts)
print(len(encoded), encoded[:20])
