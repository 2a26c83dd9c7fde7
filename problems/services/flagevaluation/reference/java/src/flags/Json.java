package flags;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as Java values: Map, List, String, BigDecimal, Boolean and null. Numbers keep their digits, so
 * that 1 stays 1 and 0.10 stays 0.10.
 */
final class Json {
    static final class SyntaxError extends Exception {
        SyntaxError(String message) {
            super(message);
        }
    }

    private static final int DEEPEST = 200;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) throws SyntaxError {
        Json json = new Json(text);
        Object value = json.value(0);
        json.blanks();
        if (json.at < text.length()) {
            throw json.error("nothing may follow");
        }
        return value;
    }

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private Object value(int depth) throws SyntaxError {
        if (depth > DEEPEST) {
            throw error("too deep");
        }
        blanks();
        switch (peek()) {
            case '{':
                return object(depth);
            case '[':
                return list(depth);
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Map<String, Object> object(int depth) throws SyntaxError {
        Map<String, Object> members = new LinkedHashMap<>();
        expect('{');
        blanks();
        if (accept('}')) {
            return members;
        }
        do {
            blanks();
            String name = string();
            blanks();
            expect(':');
            members.put(name, value(depth + 1));
            blanks();
        } while (accept(','));
        expect('}');
        return members;
    }

    private List<Object> list(int depth) throws SyntaxError {
        List<Object> items = new ArrayList<>();
        expect('[');
        blanks();
        if (accept(']')) {
            return items;
        }
        do {
            items.add(value(depth + 1));
            blanks();
        } while (accept(','));
        expect(']');
        return items;
    }

    private String string() throws SyntaxError {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw error("a control character in a string");
            }
            out.append(c == '\\' ? escape() : c);
        }
        at++;
        return out.toString();
    }

    private char escape() throws SyntaxError {
        char c = peek();
        at++;
        if (c == 'u') {
            if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
                throw error("\\u wants four digits");
            }
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "\"\\/bfnrt".indexOf(c);
        if (known < 0) {
            throw error("no such escape");
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private BigDecimal number() throws SyntaxError {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?")) {
            throw error("no JSON value");
        }
        return new BigDecimal(digits);
    }

    private Object word(String word, Object value) throws SyntaxError {
        if (!text.startsWith(word, at)) {
            throw error("no JSON value");
        }
        at += word.length();
        return value;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws SyntaxError {
        if (at >= text.length()) {
            throw error("it ends too early");
        }
        return text.charAt(at);
    }

    private boolean accept(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) throws SyntaxError {
        if (!accept(c)) {
            throw error("expected " + c);
        }
    }

    private SyntaxError error(String what) {
        return new SyntaxError(what + ", at character " + at);
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof String) {
            writeString((String) value, out);
        } else if (value instanceof Map) {
            String separator = "{";
            for (Map.Entry<?, ?> member : ((Map<?, ?>) value).entrySet()) {
                out.append(separator);
                writeString((String) member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                separator = ",";
            }
            out.append(separator.equals("{") ? "{}" : "}");
        } else if (value instanceof List) {
            String separator = "[";
            for (Object item : (List<?>) value) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(separator.equals("[") ? "[]" : "]");
        } else {
            out.append(value); // null, true, 1.50
        }
    }

    private static void writeString(String string, StringBuilder out) {
        out.append('"');
        for (int n = 0; n < string.length(); n++) {
            char c = string.charAt(n);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c)); // half a pair could not be sent as UTF-8
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
