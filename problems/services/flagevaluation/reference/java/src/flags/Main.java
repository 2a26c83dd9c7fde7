package flags;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP side: routes, headers, the process's life. */
public final class Main {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;
    private static final int MOST_CONTEXTS = 10_000;
    private static final int THREADS = 32;
    private static final int BACKLOG = 1024;

    private static final Pattern FLAG = Pattern.compile("/flags/([^/]+)");
    private static final Pattern PREVIEW = Pattern.compile("/flags/([^/]+)/preview");
    private static final Pattern EVALUATE = Pattern.compile("/ofrep/v1/evaluate/flags/([^/]+)");
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    /** An answer; a body of null is none. */
    private record Answer(int status, Object body, String tag) {
        Answer(int status, Object body) {
            this(status, body, null);
        }
    }

    private static final Answer NO_FLAG = error(404, "there is no such flag");

    private final Store store;

    private Main(Store store) {
        this.store = store;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Map<String, String> environment = System.getenv();
        Main service = new Main(new Store(Path.of(environment.getOrDefault("DATA_DIR", "data"))));
        int port = Integer.parseInt(environment.getOrDefault("PORT", "8080"));
        HttpServer server = HttpServer.create(new InetSocketAddress(port), BACKLOG);
        server.createContext("/", service::handle);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(1)));
        server.start();
        System.out.println("listening on " + port);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer answer;
        try {
            answer = route(exchange);
        } catch (IOException | RuntimeException error) {
            System.err.println(exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + error);
            answer = error(500, "internal error");
        }
        try (exchange) {
            if (answer.tag != null) {
                exchange.getResponseHeaders().set("ETag", answer.tag);
            }
            if (answer.body == null) {
                exchange.sendResponseHeaders(answer.status, -1);
                return;
            }
            byte[] body = Json.write(answer.body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer route(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            return error(413, "at most " + LARGEST_BODY + " bytes");
        }
        String body = new String(bytes, StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getRawPath();
        String request = exchange.getRequestMethod() + " " + path;
        if (request.equals("GET /healthz")) {
            return new Answer(200, Map.of("status", "ok"));
        }
        if (request.equals("POST /ofrep/v1/evaluate/flags")) {
            List<String> known = exchange.getRequestHeaders().getOrDefault("If-None-Match", List.of());
            return evaluateAll(body, String.join(", ", known));
        }
        Matcher match;
        if (request.startsWith("POST ") && (match = EVALUATE.matcher(path)).matches()) {
            return evaluate(match.group(1), body);
        }
        if (request.startsWith("POST ") && (match = PREVIEW.matcher(path)).matches()) {
            return preview(match.group(1), body);
        }
        if ((match = FLAG.matcher(path)).matches()) {
            switch (exchange.getRequestMethod()) {
                case "PUT":
                    return put(match.group(1), body);
                case "GET":
                    Flag flag = store.get(match.group(1));
                    return flag == null ? NO_FLAG : new Answer(200, flag.definition);
                case "DELETE":
                    return store.delete(match.group(1)) ? new Answer(204, null) : NO_FLAG;
                default:
                    return error(405, "PUT, GET or DELETE");
            }
        }
        return error(404, "there is no such resource");
    }

    private Answer put(String key, String body) throws IOException {
        if (!Flag.isKey(key)) {
            return error(400, "not a valid key");
        }
        try {
            Flag flag = new Flag(key, Json.parse(body));
            return new Answer(store.put(flag) ? 201 : 200, flag.definition);
        } catch (Json.SyntaxError | Flag.Invalid error) {
            return error(400, error.getMessage());
        }
    }

    private Answer preview(String key, String body) {
        Flag flag = store.get(key);
        if (flag == null) {
            return NO_FLAG;
        }
        Object contexts;
        try {
            contexts = Json.parse(body) instanceof Map<?, ?> members ? members.get("contexts") : null;
        } catch (Json.SyntaxError error) {
            return error(400, error.getMessage());
        }
        if (!(contexts instanceof List) || ((List<?>) contexts).size() > MOST_CONTEXTS) {
            return error(400, "contexts is a list of at most " + MOST_CONTEXTS);
        }
        List<Object> results = new ArrayList<>();
        for (Object context : (List<?>) contexts) {
            results.add(Evaluation.evaluateOrFail(flag, context));
        }
        return new Answer(200, Map.of("results", results));
    }

    private Answer evaluate(String key, String body) {
        try {
            Map<String, Object> context = readContext(body);
            Flag flag = store.get(key);
            if (flag == null) {
                throw new Evaluation.Failure(404, "FLAG_NOT_FOUND", "there is no such flag");
            }
            return new Answer(200, Evaluation.evaluate(flag, context));
        } catch (Evaluation.Failure failure) {
            return new Answer(failure.status, failure.body(key));
        }
    }

    private Answer evaluateAll(String body, String knownTags) {
        Map<String, Object> context;
        try {
            context = readContext(body);
        } catch (Evaluation.Failure failure) {
            return new Answer(failure.status, failure.body(null));
        }
        List<Object> flags = new ArrayList<>();
        for (Flag flag : store.all()) {
            flags.add(Evaluation.evaluateOrFail(flag, context));
        }
        String tag = tagOf(flags);
        boolean isKnown = ENTITY_TAG.matcher(knownTags).results().anyMatch(each -> each.group(1).equals(tag));
        return isKnown ? new Answer(304, null, tag) : new Answer(200, Map.of("flags", flags), tag);
    }

    private static String tagOf(List<Object> flags) {
        return '"' + HexFormat.of().formatHex(Evaluation.sha256(Json.write(flags)), 0, 16) + '"';
    }

    private static Map<String, Object> readContext(String body) throws Evaluation.Failure {
        try {
            Object context = Json.parse(body) instanceof Map<?, ?> members ? members.get("context") : null;
            return Evaluation.context(context);
        } catch (Json.SyntaxError error) {
            throw new Evaluation.Failure(400, "PARSE_ERROR", error.getMessage());
        }
    }

    private static Answer error(int status, String details) {
        return new Answer(status, Map.of("errorDetails", details));
    }
}
