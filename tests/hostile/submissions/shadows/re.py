print("taken over")
