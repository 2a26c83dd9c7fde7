import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Talks HTTP to BASE_URL, or to a service of its own on a free port; prints TAP.
 *
 * <p>Bodies are compared as text without blanks: what a service writes elsewhere in its answers, and in
 * which order, is not looked at.
 */
public final class FlagsTest {
    interface Test {
        void run() throws Exception;
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String SWITCH = "\"variants\": {\"on\": true, \"off\": false}";
    private static String base = System.getenv("BASE_URL");
    private static int count;
    private static int failed;

    private static String flag;

    public static void main(String[] arguments) throws Exception {
        boolean ownService = base == null || base.isEmpty();
        Service service = ownService ? new Service() : null;
        try {
            test("a flag is created, replaced and deleted", FlagsTest::life);
            test("invalid definitions are refused and change nothing", FlagsTest::invalidDefinitions);
            test("each way to an answer has its reason", FlagsTest::reasons);
            test("types are kept", FlagsTest::types);
            test("conditions do not convert", FlagsTest::conditions);
            test("the first rule that holds decides", FlagsTest::firstRule);
            test("errors have their codes", FlagsTest::errors);
            test("bulk is all single evaluations", FlagsTest::bulkIsSingle);
            test("the same answer is 304", FlagsTest::notModified);
            test("another answer is 200", FlagsTest::modified);
            test("the query changes nothing", FlagsTest::query);
            test("shares are fair", FlagsTest::fair);
            test("flags are apart", FlagsTest::apart);
            test("raising a share moves nobody out", FlagsTest::raising);
            test("a variant depends on flag, user and split alone", FlagsTest::sticky);
            test("writes at once are all kept", FlagsTest::writesAtOnce);
            test("an evaluation is of one definition", FlagsTest::oneDefinition);
            if (ownService) {
                test("everything survives kill and stop", () -> survives(service));
                test("a crash leaves the old or the new definition", () -> crash(service));
            }
        } finally {
            if (ownService) {
                service.close();
            }
        }
        System.out.println("1.." + count);
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void test(String name, Test test) {
        flag = "flag-" + UUID.randomUUID();
        count++;
        try {
            test.run();
            System.out.println("ok " + count + " - " + name);
        } catch (Exception | AssertionError error) {
            failed++;
            System.out.println("not ok " + count + " - " + name);
            System.out.println("# " + error + " at " + error.getStackTrace()[1]);
        }
    }

    // The tests

    private static void life() throws Exception {
        equal(404, send("GET", "/flags/" + flag, null).statusCode());
        equal(404, send("DELETE", "/flags/" + flag, null).statusCode());
        put(201, "{" + SWITCH + ", \"defaultVariant\": \"on\", \"metadata\": {\"n\": 1.5}}");
        has(send("GET", "/flags/" + flag, null), "\"defaultVariant\":\"on\"", "\"n\":1.5", "\"off\":false");
        has(evaluate("{}"), "\"reason\":\"STATIC\"", "\"variant\":\"on\"", "\"value\":true", "\"n\":1.5");
        put(200, "{" + SWITCH + ", \"defaultVariant\": \"off\"}");
        has(evaluate("{}"), "\"value\":false");
        hasNot(evaluate("{}"), "metadata");
        HttpResponse<String> gone = send("DELETE", "/flags/" + flag, null);
        equal("204 ", gone.statusCode() + " " + gone.body());
        equal(404, send("GET", "/flags/" + flag, null).statusCode());
        equal(404, evaluate("{}").statusCode());
        equal(404, send("POST", "/flags/" + flag + "/preview", "{\"contexts\": []}").statusCode());
        hasNot(bulk("{}", null), flag);
    }

    private static void invalidDefinitions() throws Exception {
        put(201, "{" + SWITCH + ", \"defaultVariant\": \"on\"}");
        List<String> bad = new ArrayList<>(List.of("", "{", "[]", "{}", "{\"variants\": {}}", "{\"variants\": []}",
                "{\"variants\": {\"a\": 1, \"b\": \"1\"}}", "{\"variants\": {\"a\": 1, \"b\": true}}",
                "{\"variants\": {\"a\": [1]}}", "{\"variants\": {\"a\": null}}",
                "{" + SWITCH + ", \"defaultVariant\": \"onn\"}", "{" + SWITCH + ", \"enabled\": \"yes\"}",
                "{" + SWITCH + ", \"metadata\": {\"a\": [1]}}"));
        for (String rule : List.of("1", "{}", "{\"when\": []}", "{\"when\": [], \"variant\": \"onn\"}",
                "{\"when\": [], \"variant\": \"on\", \"split\": [{\"variant\": \"on\", \"percent\": 100}]}",
                split("on 50", "off 49"), split("on 50", "off 51"), split("on -1", "off 101"), split(),
                split("on 50", "on 50"), split("on 50.5", "off 49.5"), split("on 50", "onn 50"), split("on \"100\""),
                condition("1", "\"equals\"", "1"), condition("\"a\"", "\"like\"", "1"),
                condition("\"a\"", "\"equals\"", "[1]"), condition("\"a\"", "\"in\"", "\"a\""),
                condition("\"a\"", "\"endsWith\"", "1"), condition("\"a\"", "\"atLeast\"", "\"1\""),
                condition("\"a\"", "\"atLeast\"", "true"))) {
            bad.add("{" + SWITCH + ", \"rules\": [" + rule + "]}");
        }
        for (String definition : bad) {
            equal("400 for " + definition, send("PUT", "/flags/" + flag, definition).statusCode() + " for " + definition);
        }
        for (String key : List.of("-x", "x".repeat(101), "a%20b")) {
            equal(400, send("PUT", "/flags/" + key, "{" + SWITCH + "}").statusCode());
        }
        has(evaluate("{}"), "\"value\":true");
    }

    private static void reasons() throws Exception {
        String rules = ", \"rules\": [{\"when\": [{\"attribute\": \"plan\", \"op\": \"equals\", \"value\": \"pro\"}], \"variant\": \"on\"},"
                + split("on 100").replace("[]", "[{\"attribute\": \"plan\", \"op\": \"equals\", \"value\": \"trial\"}]")
                + "], \"metadata\": {\"team\": \"a\"}}";
        put(201, "{" + SWITCH + ", \"defaultVariant\": \"off\"" + rules);
        String meta = "\"team\":\"a\"";
        has(evaluate("{\"plan\": \"pro\"}"), "\"reason\":\"TARGETING_MATCH\"", "\"variant\":\"on\"", "\"value\":true", meta);
        has(evaluate("{\"plan\": \"trial\", \"targetingKey\": \"u\"}"), "\"reason\":\"SPLIT\"", "\"value\":true", meta);
        has(evaluate("{\"plan\": \"free\"}"), "\"reason\":\"DEFAULT\"", "\"variant\":\"off\"", "\"value\":false", meta);
        put(200, "{\"enabled\": false, " + SWITCH + ", \"defaultVariant\": \"on\"" + rules);
        has(evaluate("{\"plan\": \"pro\"}"), "\"reason\":\"DISABLED\"", meta, "\"key\":\"" + flag);
        hasNot(evaluate("{\"plan\": \"pro\"}"), "\"value\"", "\"variant\"");
        put(200, "{\"defaultVariant\": null, " + SWITCH + rules);
        has(evaluate("{\"plan\": \"free\"}"), "\"reason\":\"DEFAULT\"");
        hasNot(evaluate("{\"plan\": \"free\"}"), "\"value\"", "\"variant\"");
        put(200, "{" + SWITCH + "}");
        has(evaluate("{}"), "\"reason\":\"DEFAULT\"");
    }

    private static void types() throws Exception {
        for (String value : List.of("true", "false", "\"\"", "\"0\"", "\"a b\"", "0", "1", "-2.5", "9007199254740991",
                "{}", "{\"a\":[null,{\"b\":\"1\"}]}")) {
            put(0, "{\"variants\": {\"v\": " + value + "}, \"defaultVariant\": \"v\"}");
            String body = squeezed(evaluate("{}"));
            check(Pattern.compile("\"value\":" + Pattern.quote(value) + "[,}]").matcher(body).find(), body);
        }
    }

    private static void conditions() throws Exception {
        check("\"equals\"", "\"1\"", List.of("\"1\""), List.of("1", "true", "\"1 \"", "null"));
        check("\"equals\"", "1", List.of("1"), List.of("\"1\"", "true", "2", "[1]"));
        check("\"equals\"", "false", List.of("false"), List.of("0", "\"\"", "null"));
        check("\"in\"", "[\"a\", 1, false]", List.of("\"a\"", "1", "false"), List.of("\"1\"", "true", "0", "[\"a\"]"));
        check("\"endsWith\"", "\"@x.org\"", List.of("\"e@x.org\"", "\"@x.org\""), List.of("\"e@x.org.net\"", "\"e@X.ORG\"", "5"));
        check("\"atLeast\"", "18", List.of("18", "18.5", "100"), List.of("17.9", "\"18\"", "\"100\"", "true", "null"));
        check("\"atLeast\"", "0", List.of("0"), List.of("-1", "false", "\"\"", "null"));
    }

    private static void check(String op, String value, List<String> holds, List<String> doesNot) throws Exception {
        put(0, "{" + SWITCH + ", \"defaultVariant\": \"off\", \"rules\": [" + condition("\"a\"", op, value) + "]}");
        for (String actual : holds) {
            has(evaluate("{\"a\": " + actual + "}"), "\"value\":true");
        }
        for (String actual : doesNot) {
            has(evaluate("{\"a\": " + actual + "}"), "\"value\":false");
        }
        has(evaluate("{}"), "\"reason\":\"DEFAULT\"");
    }

    private static void firstRule() throws Exception {
        String pro = "{\"attribute\": \"plan\", \"op\": \"equals\", \"value\": \"pro\"}";
        String adult = "{\"attribute\": \"age\", \"op\": \"atLeast\", \"value\": 18}";
        put(201, "{\"variants\": {\"a\": 1, \"b\": 2, \"d\": 4}, \"defaultVariant\": \"d\", \"rules\": ["
                + "{\"when\": [" + pro + "," + adult + "], \"variant\": \"a\"}, {\"when\": [" + pro + "], \"variant\": \"b\"}]}");
        has(evaluate("{\"plan\": \"pro\", \"age\": 18}"), "\"value\":1");
        has(evaluate("{\"plan\": \"pro\"}"), "\"value\":2");
        has(evaluate("{\"age\": 18}"), "\"value\":4");
    }

    private static void errors() throws Exception {
        String one = "/ofrep/v1/evaluate/flags/" + flag;
        String all = "/ofrep/v1/evaluate/flags";
        String key = "\"key\":\"" + flag + "\"";
        failure(404, evaluate("{}"), "FLAG_NOT_FOUND", key);
        put(201, "{" + SWITCH + ", \"rules\": [" + split("on 50", "off 50") + "]}");
        for (String body : List.of("", "{", "context")) {
            failure(400, send("POST", one, body), "PARSE_ERROR", key);
            failure(400, send("POST", all, body), "PARSE_ERROR");
        }
        for (String body : List.of("{}", "[]", "{\"context\": []}", "{\"context\": null}", "{\"context\": {\"targetingKey\": 5}}")) {
            failure(400, send("POST", one, body), "INVALID_CONTEXT", key);
            failure(400, send("POST", all, body), "INVALID_CONTEXT");
        }
        failure(400, evaluate("{}"), "TARGETING_KEY_MISSING", key);
        failure(400, evaluate("{\"targetingKey\": \"\"}"), "TARGETING_KEY_MISSING", key);
    }

    private static void bulkIsSingle() throws Exception {
        put(201, "{" + SWITCH + ", \"rules\": [" + split("on 50", "off 50") + "], \"metadata\": {\"m\": 1}}");
        for (String context : List.of("{\"targetingKey\": \"u1\"}", "{\"targetingKey\": \"u2\", \"x\": [1]}", "{}")) {
            HttpResponse<String> all = bulk(context, null);
            equal(200, all.statusCode());
            check(squeezed(all).contains(squeezed(evaluate(context))), all.body());
        }
    }

    private static void notModified() throws Exception {
        put(201, "{" + SWITCH + ", \"defaultVariant\": \"on\"}");
        String tag = tag(bulk("{\"targetingKey\": \"u\"}", null));
        check(tag.matches("(W/)?\"[^\"]+\""), tag);
        String bare = tag.replaceFirst("^W/", "");
        for (String known : List.of(tag, bare, "W/" + bare, "\"x\", " + tag + ", W/\"y\"")) {
            HttpResponse<String> again = bulk("{\"targetingKey\": \"u\"}", known);
            equal("304  " + tag, again.statusCode() + " " + again.body() + " " + tag(again));
        }
        HttpResponse<String> again = bulk("{\"targetingKey\": \"u\"}", "\"x\"");
        equal("200 " + tag, again.statusCode() + " " + tag(again));
    }

    private static void modified() throws Exception {
        put(201, "{" + SWITCH + ", \"defaultVariant\": \"off\", \"rules\": ["
                + condition("\"plan\"", "\"equals\"", "\"" + flag + "\"") + "]}");
        String free = tag(bulk("{\"plan\": \"free\"}", null));
        HttpResponse<String> pro = bulk("{\"plan\": \"" + flag + "\"}", free);
        equal(200, pro.statusCode());
        check(!tag(pro).equals(free), "one tag for two answers");
        put(200, "{" + SWITCH + ", \"defaultVariant\": \"on\"}");
        HttpResponse<String> changed = bulk("{\"plan\": \"free\"}", free);
        equal(200, changed.statusCode());
        check(!tag(changed).equals(free), "one tag for two answers");
    }

    private static void query() throws Exception {
        put(201, "{" + SWITCH + ", \"defaultVariant\": \"on\"}");
        String query = "?flagConfigEtag=%22x%22&flagConfigLastModified=1771622898";
        has(send("POST", "/ofrep/v1/evaluate/flags/" + flag + query, "{\"context\": {}}"), "\"value\":true");
        equal(bulk("{}", null).body(), send("POST", "/ofrep/v1/evaluate/flags" + query, "{\"context\": {}}").body());
    }

    private static void fair() throws Exception {
        put(201, "{\"variants\": {\"a\": 1, \"b\": 2, \"c\": 3}, \"rules\": [" + split("a 10", "b 30", "c 60") + "]}");
        List<String> got = variants(users(10_000));
        for (String[] share : new String[][] {{"a", "10"}, {"b", "30"}, {"c", "60"}}) {
            double part = Double.parseDouble(share[1]) / 100;
            double off = got.stream().filter(share[0]::equals).count() - 10_000 * part;
            check(Math.abs(off) < 5 * Math.sqrt(10_000 * part * (1 - part)), share[0] + " is off by " + off);
        }
        put(200, "{\"variants\": {\"a\": 1, \"b\": 2}, \"rules\": [" + split("a 0", "b 100") + "]}");
        equal(10_000L, variants(users(10_000)).stream().filter("b"::equals).count());
    }

    private static void apart() throws Exception {
        List<List<String>> got = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            flag += n;
            put(201, "{" + SWITCH + ", \"rules\": [" + split("on 20", "off 80") + "]}");
            got.add(variants(users(10_000)));
        }
        long both = IntStream.range(0, 10_000)
                .filter(n -> got.get(0).get(n).equals("on") && got.get(1).get(n).equals("on")).count();
        check(both > 280 && both < 520, both + " are in both");
    }

    private static void raising() throws Exception {
        int[][] steps = {{10, 30, 60}, {30, 20, 50}, {20, 60, 20}, {10, 10, 80}, {99, 0, 1}};
        String grown = " abca";
        List<String> before = null;
        for (int step = 0; step < steps.length; step++) {
            int[] now = steps[step];
            put(0, "{\"variants\": {\"a\": 1, \"b\": 2, \"c\": 3}, \"rules\": ["
                    + split("a " + now[0], "b " + now[1], "c " + now[2]) + "]}");
            List<String> after = variants(users(2000));
            String variant = grown.substring(step, step + 1);
            for (int user = 0; before != null && user < 2000; user++) {
                check(!before.get(user).equals(variant) || after.get(user).equals(variant), "user " + user + " moved");
            }
            before = after;
        }
    }

    private static void sticky() throws Exception {
        String halves = split("a 50", "b 50");
        put(201, "{\"variants\": {\"a\": 1, \"b\": 2}, \"rules\": [" + halves + "]}");
        List<String> first = variants(users(50));
        for (int n = 0; n < 50; n++) {
            String context = "{\"x\": " + n + ", \"targetingKey\": \"user-" + n + "\"}";
            has(evaluate(context), "\"variant\":\"" + first.get(n) + "\"");
        }
        put(200, "{\"variants\": {\"b\": 5, \"a\": 6, \"c\": 7}, \"rules\": ["
                + condition("\"y\"", "\"equals\"", "1").replace("\"on\"", "\"a\"") + "," + halves + "], \"metadata\": {\"v\": 2}}");
        equal(first, variants(users(50)));
        send("DELETE", "/flags/" + flag, null);
        put(201, "{\"variants\": {\"a\": 1, \"b\": 2}, \"rules\": [" + halves + "]}");
        equal(first, variants(users(50)));
    }

    private static void writesAtOnce() throws Exception {
        String definition = "{" + SWITCH + ", \"defaultVariant\": \"on\"}";
        for (HttpResponse<String> answer : atOnce(40, n -> request("PUT", "/flags/" + flag + "-" + n, definition))) {
            equal(201, answer.statusCode());
        }
        String all = squeezed(bulk("{}", null));
        for (int n = 0; n < 40; n++) {
            check(all.contains("\"key\":\"" + flag + "-" + n + "\""), "a write is lost");
        }
    }

    private static void oneDefinition() throws Exception {
        String one = "{\"variants\": {\"x\": \"one\"}, \"defaultVariant\": \"x\", \"metadata\": {\"name\": \"one\"}}";
        String two = one.replace("one", "two").replace("\"x\"", "\"y\"");
        put(201, one);
        for (HttpResponse<String> answer : atOnce(80, n -> n % 4 > 0
                ? request("POST", "/ofrep/v1/evaluate/flags/" + flag, "{\"context\": {}}")
                : request("PUT", "/flags/" + flag, n % 8 == 0 ? one : two))) {
            String body = squeezed(answer);
            equal(200, answer.statusCode());
            check(body.contains("one") != body.contains("two") && body.contains("\"x\"") == body.contains("one"), body);
        }
    }

    private static void survives(Service service) throws Exception {
        put(201, "{\"variants\": {\"a\": 1, \"b\": 2}, \"rules\": [" + split("a 50", "b 50") + "]}");
        List<String> first = variants(users(100));
        String tag = tag(bulk("{\"targetingKey\": \"u\"}", null));
        for (boolean kill : new boolean[] {true, false}) {
            service.end(kill);
            service.start();
            equal(first, variants(users(100)));
            equal(304, bulk("{\"targetingKey\": \"u\"}", tag).statusCode());
        }
    }

    private static void crash(Service service) throws Exception {
        String text = "x".repeat(2000);
        String before = "0";
        put(201, "{\"variants\": {\"v\": \"" + text + "0\"}, \"defaultVariant\": \"v\"}");
        for (int n = 1; n < 5; n++) {
            String definition = "{\"variants\": {\"v\": \"" + text + n + "\"}, \"defaultVariant\": \"v\"}";
            List<CompletableFuture<HttpResponse<String>>> cut = new ArrayList<>();
            for (int write = 0; write < 10; write++) {
                cut.add(CLIENT.sendAsync(request("PUT", "/flags/" + flag, definition), BodyHandlers.ofString()));
            }
            Thread.sleep(5 * n);
            service.end(true);
            service.start();
            boolean answered = cut.stream().anyMatch(each -> each.exceptionally(error -> null).join() != null);
            String body = squeezed(evaluate("{}"));
            check(body.contains(text + n + "\"") || !answered && body.contains(text + before + "\""), body);
            before = body.contains(text + n + "\"") ? "" + n : before;
        }
    }

    // Helpers

    private static String split(String... shares) {
        return "{\"when\": [], \"split\": [" + Arrays.stream(shares)
                .map(share -> "{\"variant\": \"" + share.split(" ")[0] + "\", \"percent\": " + share.split(" ")[1] + "}")
                .collect(Collectors.joining(",")) + "]}";
    }

    private static String condition(String attribute, String op, String value) {
        return "{\"when\": [{\"attribute\": " + attribute + ", \"op\": " + op + ", \"value\": " + value
                + "}], \"variant\": \"on\"}";
    }

    private static List<String> users(int count) {
        return IntStream.range(0, count).mapToObj(n -> "user-" + n).collect(Collectors.toList());
    }

    private static List<String> variants(List<String> users) throws Exception {
        String contexts = users.stream().map(user -> "{\"targetingKey\": \"" + user + "\"}").collect(Collectors.joining(","));
        HttpResponse<String> answer = send("POST", "/flags/" + flag + "/preview", "{\"contexts\": [" + contexts + "]}");
        equal(200, answer.statusCode());
        List<String> variants = Pattern.compile("\"variant\":\"([^\"]+)\"").matcher(squeezed(answer)).results()
                .map((MatchResult match) -> match.group(1)).collect(Collectors.toList());
        equal(users.size(), variants.size());
        return variants;
    }

    private static void put(int status, String definition) throws Exception {
        HttpResponse<String> answer = send("PUT", "/flags/" + flag, definition);
        check(status == answer.statusCode() || status == 0 && answer.statusCode() / 100 == 2, answer + " " + answer.body());
    }

    private static HttpResponse<String> evaluate(String context) throws Exception {
        return send("POST", "/ofrep/v1/evaluate/flags/" + flag, "{\"context\": " + context + "}");
    }

    private static HttpResponse<String> bulk(String context, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/ofrep/v1/evaluate/flags"))
                .POST(BodyPublishers.ofString("{\"context\": " + context + "}"));
        return CLIENT.send((tag == null ? request : request.header("If-None-Match", tag)).build(), BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElse("none");
    }

    private static HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
    }

    private static HttpResponse<String> send(String method, String path, String body) throws Exception {
        return CLIENT.send(request(method, path, body), BodyHandlers.ofString());
    }

    private static List<HttpResponse<String>> atOnce(int count, Function<Integer, HttpRequest> request) {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, count)
                .mapToObj(n -> CLIENT.sendAsync(request.apply(n), BodyHandlers.ofString())).collect(Collectors.toList());
        return answers.stream().map(CompletableFuture::join).collect(Collectors.toList());
    }

    /** The body without blanks between tokens. */
    private static String squeezed(HttpResponse<String> answer) {
        return answer.body().replaceAll("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+", "$1");
    }

    private static void has(HttpResponse<String> answer, String... parts) {
        equal(200, answer.statusCode());
        for (String part : parts) {
            check(squeezed(answer).contains(part), part + " is not in " + answer.body());
        }
    }

    private static void hasNot(HttpResponse<String> answer, String... parts) {
        for (String part : parts) {
            check(!squeezed(answer).contains(part), part + " is in " + answer.body());
        }
    }

    private static void failure(int status, HttpResponse<String> answer, String code, String... parts) {
        equal(status, answer.statusCode());
        check(squeezed(answer).contains("\"errorCode\":\"" + code + "\""), answer.body());
        for (String part : parts) {
            check(squeezed(answer).contains(part), answer.body());
        }
    }

    private static void equal(Object expected, Object actual) {
        check(Objects.equals(expected, actual), "expected " + expected + ", got " + actual);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /** A process of our own, which tests may kill. */
    private static final class Service {
        private final Path directory = Files.createTempDirectory("flags");
        private final int port;
        private Process process;

        Service() throws Exception {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            base = "http://127.0.0.1:" + port;
            start();
        }

        void start() throws Exception {
            String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
            ProcessBuilder builder = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "flags.Main");
            builder.environment().put("PORT", "" + port);
            builder.environment().put("DATA_DIR", directory.toString());
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
            process = builder.start();
            for (int tries = 0; tries < 200; tries++) {
                try {
                    if (send("GET", "/healthz", null).statusCode() == 200) {
                        return;
                    }
                } catch (IOException error) {
                    Thread.sleep(50);
                }
            }
            throw new IllegalStateException("the service is not ready");
        }

        void end(boolean kill) throws Exception {
            (kill ? process.destroyForcibly() : process).destroy();
            check(process.waitFor(5, TimeUnit.SECONDS), "it does not stop");
        }

        void close() throws Exception {
            end(true);
            try (var paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                    Files.delete(path);
                }
            }
        }
    }
}
