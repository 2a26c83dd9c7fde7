package flags;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates a flag for a context. Depends on nothing but its arguments. */
final class Evaluation {
    static final class Failure extends Exception {
        final int status;
        final String code;

        Failure(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }

        Map<String, Object> body(String key) {
            Map<String, Object> body = new LinkedHashMap<>();
            if (key != null) {
                body.put("key", key);
            }
            body.put("errorCode", code);
            body.put("errorDetails", getMessage());
            return body;
        }
    }

    private Evaluation() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> context(Object value) throws Failure {
        if (!(value instanceof Map)) {
            throw new Failure(400, "INVALID_CONTEXT", "context is an object");
        }
        Map<String, Object> context = (Map<String, Object>) value;
        if (!(context.getOrDefault("targetingKey", "") instanceof String)) {
            throw new Failure(400, "INVALID_CONTEXT", "targetingKey is a string");
        }
        return context;
    }

    /** The body of the answer for `flag`, where evaluating may fail like any other result. */
    static Map<String, Object> evaluateOrFail(Flag flag, Object context) {
        try {
            return evaluate(flag, context(context));
        } catch (Failure failure) {
            return failure.body(flag.key);
        }
    }

    static Map<String, Object> evaluate(Flag flag, Map<String, Object> context) throws Failure {
        if (!flag.enabled) {
            return body(flag, "DISABLED", null);
        }
        for (Flag.Rule rule : flag.rules) {
            if (rule.when().stream().allMatch(condition -> holds(condition, context))) {
                return rule.split() == null
                        ? body(flag, "TARGETING_MATCH", rule.variant())
                        : body(flag, "SPLIT", draw(flag.key, rule.split(), context));
            }
        }
        boolean isStatic = flag.rules.isEmpty() && flag.defaultVariant != null;
        return body(flag, isStatic ? "STATIC" : "DEFAULT", flag.defaultVariant);
    }

    private static Map<String, Object> body(Flag flag, String reason, String variant) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", flag.key);
        body.put("reason", reason);
        if (variant != null) {
            body.put("variant", variant);
            body.put("value", flag.variants.get(variant));
        }
        if (flag.metadata != null) {
            body.put("metadata", flag.metadata);
        }
        return body;
    }

    /**
     * Lays the variants over 0 to 100, in their order, and looks where the user's place is. All together
     * fill 100, so a variant that alone grows moves only its own borders, outwards.
     */
    private static String draw(String key, List<Flag.Share> split, Map<String, Object> context) throws Failure {
        String user = (String) context.getOrDefault("targetingKey", "");
        if (user.isEmpty()) {
            throw new Failure(400, "TARGETING_KEY_MISSING", "a split needs a targetingKey");
        }
        int place = place(key, user);
        int border = 0;
        for (Flag.Share share : split) {
            border += share.percent();
            if (place < border) {
                return share.variant();
            }
        }
        throw new IllegalStateException("the percents of a split are 100 together");
    }

    /** The user's place, 0 to 99, for this flag: the same in every process and release. */
    private static int place(String key, String user) {
        byte[] hash = sha256(key + "\n" + user);
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), 100);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error); // every Java has it
        }
    }

    private static boolean holds(Flag.Condition condition, Map<String, Object> context) {
        Object actual = context.get(condition.attribute());
        switch (condition.op()) {
            case "equals":
                return same(actual, condition.value());
            case "in":
                return ((List<?>) condition.value()).stream().anyMatch(value -> same(actual, value));
            case "endsWith":
                return actual instanceof String && ((String) actual).endsWith((String) condition.value());
            default: // atLeast
                return actual instanceof BigDecimal
                        && ((BigDecimal) actual).compareTo((BigDecimal) condition.value()) >= 0;
        }
    }

    private static boolean same(Object left, Object right) {
        if (left instanceof BigDecimal && right instanceof BigDecimal) {
            return ((BigDecimal) left).compareTo((BigDecimal) right) == 0; // 1 is 1.0
        }
        return right.equals(left);
    }
}
