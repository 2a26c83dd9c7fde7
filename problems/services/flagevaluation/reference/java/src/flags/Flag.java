package flags;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A flag that was read from its definition, and cannot change. */
final class Flag {
    static final class Invalid extends Exception {
        Invalid(String message) {
            super(message);
        }
    }

    record Condition(String attribute, String op, Object value) {}

    record Share(String variant, int percent) {}

    /** `split` is null where `variant` decides. */
    record Rule(List<Condition> when, String variant, List<Share> split) {}

    final String key;
    final Map<String, Object> definition;
    final boolean enabled;
    final Map<String, Object> variants;
    final String defaultVariant;
    final List<Rule> rules = new ArrayList<>();
    final Map<String, Object> metadata;

    static boolean isKey(String key) {
        return key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    Flag(String key, Object value) throws Invalid {
        this.key = key;
        definition = object(value, "a definition");
        variants = object(definition.get("variants"), "variants");
        check(!variants.isEmpty(), "variants has at least one");
        Set<String> kinds = new HashSet<>();
        variants.values().forEach(each -> kinds.add(kind(each)));
        check(kinds.size() == 1 && !kinds.contains("other"), "all values have one type");

        Object name = definition.get("defaultVariant");
        defaultVariant = name == null ? null : variant(name);
        Object on = definition.getOrDefault("enabled", true);
        check(on instanceof Boolean, "enabled is a boolean");
        enabled = (Boolean) on;
        for (Object rule : list(definition.getOrDefault("rules", List.of()), "rules")) {
            rules.add(rule(object(rule, "a rule")));
        }
        metadata = definition.containsKey("metadata") ? object(definition.get("metadata"), "metadata") : null;
        if (metadata != null) {
            check(metadata.values().stream().allMatch(Flag::isScalar), "metadata has scalars");
        }
    }

    private Rule rule(Map<String, Object> rule) throws Invalid {
        List<Condition> when = new ArrayList<>();
        for (Object condition : list(rule.get("when"), "when")) {
            when.add(condition(object(condition, "a condition")));
        }
        boolean fixed = rule.containsKey("variant");
        check(fixed != rule.containsKey("split"), "a rule has either variant or split");
        return new Rule(when, fixed ? variant(rule.get("variant")) : null, fixed ? null : split(rule.get("split")));
    }

    private List<Share> split(Object split) throws Invalid {
        List<Share> shares = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int sum = 0;
        for (Object each : list(split, "split")) {
            Map<String, Object> part = object(each, "a part of a split");
            Share share = new Share(variant(part.get("variant")), percent(part.get("percent")));
            check(names.add(share.variant), "a split has a variant once");
            shares.add(share);
            sum += share.percent;
        }
        check(sum == 100, "the percents of a split are 100 together");
        return shares;
    }

    private static int percent(Object value) throws Invalid {
        check(value instanceof BigDecimal, "percent is a number");
        try {
            int percent = ((BigDecimal) value).intValueExact();
            check(percent >= 0 && percent <= 100, "percent is from 0 to 100");
            return percent;
        } catch (ArithmeticException error) {
            throw new Invalid("percent is an integer");
        }
    }

    private static Condition condition(Map<String, Object> condition) throws Invalid {
        Object attribute = condition.get("attribute");
        Object op = condition.get("op");
        Object value = condition.get("value");
        check(attribute instanceof String, "attribute is a string");
        boolean fits =
                "equals".equals(op) ? isScalar(value)
                : "in".equals(op) ? value instanceof List && ((List<?>) value).stream().allMatch(Flag::isScalar)
                : "endsWith".equals(op) ? value instanceof String
                : "atLeast".equals(op) && value instanceof BigDecimal;
        check(fits, "there is no such op, or the value does not fit it");
        return new Condition((String) attribute, (String) op, value);
    }

    private String variant(Object name) throws Invalid {
        check(name instanceof String && variants.containsKey(name), "there is no variant " + name);
        return (String) name;
    }

    static String kind(Object value) {
        return value instanceof Boolean ? "boolean"
                : value instanceof String ? "string"
                : value instanceof BigDecimal ? "number"
                : value instanceof Map ? "object"
                : "other";
    }

    private static boolean isScalar(Object value) {
        return Set.of("boolean", "string", "number").contains(kind(value));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value, String what) throws Invalid {
        check(value instanceof Map, what + " is an object");
        return (Map<String, Object>) value;
    }

    private static List<?> list(Object value, String what) throws Invalid {
        check(value instanceof List, what + " is a list");
        return (List<?>) value;
    }

    private static void check(boolean holds, String otherwise) throws Invalid {
        if (!holds) {
            throw new Invalid(otherwise);
        }
    }
}
