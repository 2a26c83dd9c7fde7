# Mistake: a dictionary from time to stream, so that only one event of each time is left; 04-ties-8.
def merge_streams(streams):
    stream_at = {}
    for stream, times in enumerate(streams):
        for time in times:
            stream_at.setdefault(time, stream)
    return [stream_at[time] for time in sorted(stream_at)]
