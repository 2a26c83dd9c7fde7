package flags;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;

/**
 * All flags: each in a file of its own, and all in memory for evaluations.
 *
 * <p>A definition is written beside, forced to the disk, and renamed into place, so that a crash leaves
 * the old file or the new one. The map in memory is never changed, only replaced, after the disk has the
 * change: readers need no lock and see one state.
 */
final class Store {
    private final Path files;
    private final Path incoming;
    private volatile TreeMap<String, Flag> flags = new TreeMap<>();

    Store(Path directory) throws IOException, Json.SyntaxError, Flag.Invalid {
        files = Files.createDirectories(directory.resolve("flags"));
        incoming = Files.createDirectories(directory.resolve("incoming"));
        force(directory);
        try (var paths = Files.newDirectoryStream(files)) {
            for (Path path : paths) {
                String key = path.getFileName().toString();
                flags.put(key, new Flag(key, Json.parse(Files.readString(path))));
            }
        }
    }

    Flag get(String key) {
        return flags.get(key);
    }

    /** All flags of one moment, in the order of their keys. */
    List<Flag> all() {
        return List.copyOf(flags.values());
    }

    /** Whether the flag is new. */
    synchronized boolean put(Flag flag) throws IOException {
        Path part = incoming.resolve(flag.key);
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap(Json.write(flag.definition).getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                file.write(text);
            }
            file.force(true);
        }
        Files.move(part, files.resolve(flag.key), StandardCopyOption.ATOMIC_MOVE);
        force(files);
        TreeMap<String, Flag> next = new TreeMap<>(flags);
        boolean isNew = next.put(flag.key, flag) == null;
        flags = next;
        return isNew;
    }

    /** Whether there was such a flag. */
    synchronized boolean delete(String key) throws IOException {
        if (!flags.containsKey(key)) {
            return false;
        }
        Files.delete(files.resolve(key));
        force(files);
        TreeMap<String, Flag> next = new TreeMap<>(flags);
        next.remove(key);
        flags = next;
        return true;
    }

    /** Makes names in a directory last. */
    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
