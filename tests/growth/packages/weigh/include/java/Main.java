// Reads a test, calls weigh, prints the result. Generated from interview.yaml: do not edit.
public class Main {
    private static byte[] data;
    private static int at;
    private static final StringBuilder answer = new StringBuilder();

    static void skipSpaces() {
        while (at < data.length && data[at] >= 0 && data[at] <= ' ') {
            at++;
        }
    }

    static String readWord() {
        skipSpaces();
        int start = at;
        while (at < data.length && (data[at] < 0 || data[at] > ' ')) {
            at++;
        }
        return new String(data, start, at - start, java.nio.charset.StandardCharsets.UTF_8);
    }

    static boolean readNull() {
        skipSpaces();
        if (at >= data.length || data[at] != 'n') {
            return false;
        }
        at += "null".length();
        return true;
    }

    static long readLong() {
        skipSpaces();
        boolean negative = at < data.length && data[at] == '-';
        long value = 0;
        for (at += negative ? 1 : 0; at < data.length && data[at] > ' '; at++) {
            value = value * 10 - (data[at] - '0');
        }
        return negative ? value : -value;
    }

    static int readInt() {
        return (int) readLong();
    }

    static double readDouble() {
        return Double.parseDouble(readWord());
    }

    static boolean readBool() {
        return readWord().equals("true");
    }

    static String readString() {
        skipSpaces();
        int start = ++at;
        boolean escaped = false;
        for (; data[at] != '"'; at++) {
            if (data[at] == '\\') {
                escaped = true;
                at++;
            }
        }
        String text = new String(data, start, at++ - start, java.nio.charset.StandardCharsets.UTF_8);
        return escaped ? unescape(text) : text;
    }

    static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            c = text.charAt(++i);
            int index = "bfnrt".indexOf(c);
            if (c == 'u') {
                out.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                out.append(index < 0 ? c : "\b\f\n\r\t".charAt(index));
            }
        }
        return out.toString();
    }

    static int compareKeys(Object one, Object two) {
        if (one instanceof String) {
            return java.util.Arrays.compareUnsigned(
                ((String) one).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                ((String) two).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return Long.compare(((Number) one).longValue(), ((Number) two).longValue());
    }

    static void writeInt(int value, char end) {
        answer.append(value).append(end);
    }

    static void writeLong(long value, char end) {
        answer.append(value).append(end);
    }

    static void writeDouble(double value, char end) {
        answer.append(value).append(end);
    }

    static void writeBool(boolean value, char end) {
        answer.append(value).append(end);
    }

    static void writeString(String text, char end) {
        answer.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int index = "\"\\\b\f\n\r\t".indexOf(c);
            if (index >= 0) {
                answer.append('\\').append("\"\\bfnrt".charAt(index));
            } else if (c < ' ') {
                answer.append(String.format("\\u%04x", (int) c));
            } else {
                answer.append(c);
            }
        }
        answer.append('"').append(end);
    }

    static int[] readListInt() {
        int[] list = (int[]) java.lang.reflect.Array.newInstance(int.class, readInt());
        for (int i = 0; i < list.length; i++) {
            list[i] = readInt();
        }
        return list;
    }

    static void drive() {
        int[] argument_numbers = readListInt();
        int returned = new Solution().weigh(argument_numbers);
        writeInt(returned, '\n');
    }

    public static void main(String[] args) throws Exception {
        // What the candidate prints goes to stderr.
        java.io.OutputStream output = new java.io.FileOutputStream(java.io.FileDescriptor.out);
        System.setOut(System.err);
        data = System.in.readAllBytes();
        Throwable[] failure = new Throwable[1];
        // The stack may fill the memory.
        Thread thread = new Thread(null, () -> {
            try {
                drive();
            } catch (Throwable thrown) {
                failure[0] = thrown;
            }
        }, "main", Runtime.getRuntime().maxMemory());
        thread.start();
        thread.join();
        if (failure[0] != null) {
            failure[0].printStackTrace();
            System.exit(1);
        }
        output.write(answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        output.flush();
        System.exit(0);
    }
}
