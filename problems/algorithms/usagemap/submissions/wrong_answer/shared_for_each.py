# Mistake: gives each team without a quota all of the shared quota; 10-shared-30.
def refused_requests(quotas, requests):
    left = dict(quotas)
    refused = {}
    for team in requests:
        if team not in left:
            left[team] = quotas.get("*", len(requests))
        if left[team] > 0:
            left[team] -= 1
        else:
            refused[team] = refused.get(team, 0) + 1
    return refused
