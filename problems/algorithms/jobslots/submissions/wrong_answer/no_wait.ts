// Mistake: a job that had to wait ends as if it had started when it arrived; 13-random-50.
export function assignJobs(arrivals: number[], durations: number[], workers: number): number[] {
    const ends: number[] = new Array(workers).fill(0);
    return arrivals.map((arrival, job) => {
        let worker = ends.findIndex((end) => end <= arrival);
        if (worker < 0) {
            worker = ends.indexOf(Math.min(...ends));
        }
        ends[worker] = arrival + durations[job];
        return worker;
    });
}
