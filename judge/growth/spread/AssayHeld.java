import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StreamTokenizer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Scanner;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs a program whose memory is measured (held/jvm.c): AssayHeld CLASS. What the library needs the first time that it is used
 * is there before, so that it is not taken for the program's.
 */
public final class AssayHeld {
    private static final String TEXT = "12 7 -3\n4 5 6\n0.5 word\n";

    private AssayHeld() {
    }

    public static void main(String[] arguments) throws Throwable {
        Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
        main.setAccessible(true);
        if (readWithAll() + computeWithAll() == 0) {
            throw new AssertionError();
        }
        warmKotlin();
        try {
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static InputStream text() {
        return new ByteArrayInputStream(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    private static long readWithAll() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(text()));
        StringTokenizer tokens = new StringTokenizer(reader.readLine());
        long sum = Integer.parseInt(tokens.nextToken()) + Long.parseLong(tokens.nextToken());
        for (String word : reader.readLine().trim().split("\\s+")) {
            sum += Integer.valueOf(word);
        }
        sum += reader.lines().flatMap(line -> Arrays.stream(line.split(" "))).filter(word -> word.length() > 3).count();
        StreamTokenizer stream = new StreamTokenizer(new InputStreamReader(text()));
        sum += stream.nextToken() + (long) stream.nval;
        Scanner scanner = new Scanner(text());
        sum += scanner.nextInt() + scanner.nextLong() + scanner.nextLine().length();
        sum += scanner.hasNextInt() ? scanner.nextInt() : scanner.next().length();
        sum += scanner.hasNext() ? scanner.nextLine().length() + (long) scanner.nextDouble() : 0;
        return sum;
    }

    private static long computeWithAll() {
        int[] numbers = IntStream.range(0, 100).map(i -> i * 37 % 101).toArray();
        long[] longs = Arrays.stream(numbers).asLongStream().map(x -> x + 1).toArray();
        List<Integer> list = Arrays.stream(numbers).boxed().collect(Collectors.toList());
        Map<Integer, List<String>> groups = list.stream().map(Integer::longValue).map(x -> "key" + x + ' ' + (int) (x % 7))
            .collect(Collectors.groupingBy(String::length));
        Map<String, Integer> counts = new TreeMap<>();
        list.forEach(x -> counts.merge("k" + x % 10, 1, Integer::sum));
        Set<Long> seen = new HashSet<>(), ordered = new LinkedHashSet<>(), sorted = new TreeSet<>();
        Deque<int[]> queue = new ArrayDeque<>(List.of(new int[] {1, 2}));
        Queue<int[]> heap = new PriorityQueue<>((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : a[1] - b[1]);
        StringBuilder builder = new StringBuilder();
        for (long x : longs) {
            seen.add(x);
            ordered.add(x);
            sorted.add(x);
            heap.add(new int[] {(int) x, 1});
            builder.append(x).append(' ').append((char) ('a' + x % 26)).append(x / 2.0);
        }
        Arrays.sort(numbers);
        Arrays.sort(longs);
        Collections.sort(list);
        list.sort(Comparator.comparing((Integer x) -> -x).thenComparing(Comparator.reverseOrder()));
        PrintStream out = new PrintStream(OutputStream.nullOutputStream());
        out.println(String.format("%d %s %.2f %5d", 1, "two", 3.0, 4L) + builder + groups + counts + queue.peek()[0]);
        out.printf("%d%n", heap.poll()[0]);
        out.println(String.join(" ", counts.keySet()) + longs[0] + 'c' + 0.5 + true);
        new PrintWriter(out).println(BigInteger.TWO.pow(100).mod(BigInteger.TEN));
        return seen.size() + ordered.size() + sorted.size() + Optional.of(list).map(List::size).orElse(0)
            + list.stream().mapToInt(Integer::intValue).sum() + builder.reverse().toString().hashCode();
    }

    /** Opens the library's archive, and what its text functions need. */
    private static void warmKotlin() {
        for (String name : new String[] {"kotlin.text.StringsKt", "kotlin.io.ConsoleKt", "kotlin.collections.CollectionsKt",
            "kotlin.collections.ArraysKt", "kotlin.sequences.SequencesKt", "kotlin.ranges.RangesKt", "kotlin.text.Regex",
            "kotlin.collections.MapsKt", "kotlin.comparisons.ComparisonsKt", "kotlin.collections.ArrayDeque", "kotlin.io.TextStreamsKt"}) {
            try {
                Class.forName(name);
            } catch (ClassNotFoundException missing) {
                return; // it is Java
            }
        }
    }
}
