# Slow: O(n^2), counts the earlier requests of the team, or of all without a quota, for each request.
def refused_requests(quotas, requests):
    refused = {}
    for position, team in enumerate(requests):
        before = requests[:position]
        if team in quotas:
            is_refused = before.count(team) >= quotas[team]
        else:
            guests = sum(other not in quotas for other in before)
            is_refused = "*" in quotas and guests >= quotas["*"]
        if is_refused:
            refused[team] = refused.get(team, 0) + 1
    return refused
