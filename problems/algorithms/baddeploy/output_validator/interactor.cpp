// Plays the staging cluster.
//
// Input file:   n t first       the deploys, how many probes time out, and the first bad deploy:
//                               0 for none, or -1 when it is decided while probing.
//               i_1 ... i_t     which probes time out, counted from 1, increasing.
//
// Candidates are 1 to n + 1, where n + 1 means that no deploy is bad. [low, high] are those that
// agree with every reply so far. When nothing was decided in advance, a reply keeps the larger part
// of them, so no order of probes is lucky; and an answer is wrong as long as another one is left.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

enum { ACCEPTED = 42, WRONG = 43, FAULTY_PACKAGE = 1 };

static std::string feedback_directory;

[[noreturn]] static void finish(int status, const std::string &message)
{
    std::ofstream(feedback_directory + "judgemessage.txt", std::ios::app) << message << '\n';
    std::exit(status);
}

class Cluster {
public:
    explicit Cluster(const char *path)
    {
        std::ifstream in(path);
        long long first;
        int timeouts;

        if (!(in >> n >> timeouts >> first))
            finish(FAULTY_PACKAGE, "the input file cannot be read");
        for (int i = 0, probe; i < timeouts && in >> probe; i++)
            timed_out.insert(probe);
        adaptive = first < 0;
        secret = first == 0 ? n + 1 : first;
        low = 1;
        high = n + 1;
        limit = timeouts;
        for (long long reach = 1; reach < n + 1; reach *= 2)
            limit++;
    }

    // What the probe tells about `deploy`.
    std::string probe(long long deploy)
    {
        if (++probes > limit)
            finish(WRONG, "used more than " + std::to_string(limit) + " probes");
        if (timed_out.count(probes))
            return "timeout";
        if (is_bad(deploy)) {
            high = std::min(high, deploy);
            return "bad";
        }
        low = std::max(low, deploy + 1);
        return "good";
    }

    void judge(long long answer) const
    {
        long long given = answer == 0 ? n + 1 : answer;
        std::string after = " after " + std::to_string(probes) + " of " + std::to_string(limit) +
                            " probes";

        if (given < low || given > high)
            finish(WRONG, "answer " + std::to_string(answer) + " contradicts a reply" + after);
        if (adaptive ? low != high : given != secret)
            finish(WRONG, "answer " + std::to_string(answer) + " was a guess: " +
                              std::to_string(high - low + 1) + " candidates were left" + after);
        finish(ACCEPTED, "answer " + std::to_string(answer) + after);
    }

    long long n;
    int limit;

private:
    bool is_bad(long long deploy) const
    {
        if (!adaptive)
            return deploy >= secret;
        if (deploy < low)
            return false;
        if (deploy >= high)
            return true;
        return deploy - low + 1 >= high - deploy; // candidates if bad, against those if good
    }

    bool adaptive;
    long long secret, low, high;
    int probes = 0;
    std::set<int> timed_out;
};

// A decimal number from `low` to `high`, without sign, leading zero or anything around it.
static long long number(const std::string &text, long long low, long long high)
{
    bool digits = !text.empty() && text.size() <= 10 &&
                  text.find_first_not_of("0123456789") == std::string::npos;
    long long value = digits ? std::stoll(text) : -1;

    if (value < low || value > high || text != std::to_string(value))
        finish(WRONG, "a command has no number from " + std::to_string(low) + " to " +
                          std::to_string(high));
    return value;
}

int main(int count, char **arguments)
{
    if (count < 4)
        return FAULTY_PACKAGE;
    feedback_directory = arguments[3];
    Cluster cluster(arguments[1]);

    std::cout << cluster.n << ' ' << cluster.limit << std::endl;
    std::string line;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string command, argument, rest;

        words >> command >> argument;
        if (words >> rest || (command != "?" && command != "!"))
            finish(WRONG, "a line is neither \"? i\" nor \"! i\"");
        if (command == "!")
            cluster.judge(number(argument, 0, cluster.n));
        std::cout << cluster.probe(number(argument, 1, cluster.n)) << std::endl;
    }
    finish(WRONG, "the program ended without an answer");
}
