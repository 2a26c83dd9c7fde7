# O(n): counts the requests of teams with quotas, and those that the shared quota has to refuse.
from collections import Counter


def refused_requests(quotas, requests):
    refused = {}
    for team, count in Counter(requests).items():
        if team in quotas and count > quotas[team]:
            refused[team] = count - quotas[team]
    if "*" in quotas:
        guests = [team for team in requests if team not in quotas]
        refused.update(Counter(guests[quotas["*"]:]))
    return refused
