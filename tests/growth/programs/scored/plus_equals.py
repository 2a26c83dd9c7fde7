# text; time O(n); space O(n); kind: a string built with +=, which CPython extends in place
def shift(text, by):
    result = ""
    for letter in text:
        result += chr((ord(letter) - ord("a") + by) % 26 + ord("a"))
    return result


text = input().strip()
coded = shift(text, 3)
print(coded[:50], coded.count("d"))
