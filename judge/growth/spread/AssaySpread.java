import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Runs a program on several inputs, one after the other: AssaySpread DIRECTORY CLASS. Each time its classes are loaded anew;
 * which input is read, and when it ends, is up to the emulator's plugin (counts.h, MARK_NEXT).
 */
public final class AssaySpread {
    private static final Path PLACE = Path.of("/tmp");

    /** What System.exit() becomes. */
    private static final class Exit extends SecurityException {
        final int status;

        Exit(int status) {
            this.status = status;
        }
    }

    /** The program's classes; all others are everybody's. */
    private static final class Loader extends ClassLoader {
        private final Path directory;

        Loader(Path directory) {
            super(ClassLoader.getSystemClassLoader());
            this.directory = directory;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                byte[] bytes = Files.readAllBytes(directory.resolve(name.replace('.', '/') + ".class"));
                return defineClass(name, bytes, 0, bytes.length);
            } catch (NoSuchFileException failure) {
                throw new ClassNotFoundException(name);
            } catch (IOException failure) {
                throw new ClassNotFoundException(name, failure);
            }
        }
    }

    private static final class Guard extends SecurityManager {
        @Override
        public void checkExit(int status) {
            throw new Exit(status);
        }

        @Override
        public void checkPermission(java.security.Permission permission) {
            // everything else is the sandbox's business
        }

        @Override
        public void checkPermission(java.security.Permission permission, Object context) {
            // likewise
        }
    }

    /** Standard input as it was, but that it can be closed and is there again. */
    private static void open() {
        System.setIn(new BufferedInputStream(new FileInputStream(FileDescriptor.in) {
            @Override
            public void close() {
                // there is another input behind this one
            }
        }));
        System.setOut(new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out) {
            @Override
            public void close() {
                // likewise
            }
        }, 128), true));
    }

    private static void mark(AccessMode... modes) {
        try {
            PLACE.getFileSystem().provider().checkAccess(PLACE, modes);
        } catch (IOException failure) {
            // a mark is passed whatever the file's mode is
        }
    }

    private static void fail(Throwable failure) {
        failure.printStackTrace();
        mark(AccessMode.READ, AccessMode.WRITE, AccessMode.EXECUTE);
    }

    private static void call(Loader loader, String name) {
        try {
            Method main = loader.loadClass(name).getMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException failure) {
            end(failure.getCause());
        } catch (ReflectiveOperationException failure) {
            fail(failure);
        }
    }

    private static void end(Throwable failure) {
        if (!(failure instanceof Exit) || ((Exit) failure).status != 0) {
            fail(failure);
        }
    }

    /** All threads that the program started, too, but those that would not keep it alive. */
    private static void run(Loader loader, String name) throws InterruptedException {
        ThreadGroup group = new ThreadGroup("main") {
            @Override
            public void uncaughtException(Thread thread, Throwable failure) {
                end(failure);
            }
        };
        group.setDaemon(true); // it goes with its last thread
        Thread first = new Thread(group, () -> call(loader, name), "main");
        first.setContextClassLoader(loader);
        first.start();
        first.join();
        Thread[] threads = new Thread[64];
        for (boolean alive = true; alive; ) {
            int count = group.enumerate(threads);
            alive = false;
            for (int i = 0; i < count; i++) {
                if (!threads[i].isDaemon()) {
                    threads[i].join();
                    alive = true;
                }
            }
        }
        System.out.flush();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        try {
            System.setSecurityManager(new Guard());
        } catch (UnsupportedOperationException failure) {
            // System.exit() ends all of it, then
        }
        while (true) {
            open();
            System.gc(); // and what was loaded for the last input goes
            Thread.sleep(20); // as does what the VM keeps of it, in threads of its own
            mark(AccessMode.READ, AccessMode.WRITE);
            run(new Loader(directory), arguments[1]);
        }
    }
}
