# text; time O(n^2); space O(n); kind: slicing in a loop
text = input()
score = 0
while text:
    if text.startswith("ab"):
        score += 2
        text = text[2:]
    else:
        score -= 1
        text = text[1:]
print(score)
