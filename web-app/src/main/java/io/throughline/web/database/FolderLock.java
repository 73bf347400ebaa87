package io.throughline.web.database;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One process per folder. The operating system releases the lock with the process, so a killed or crashed holder leaves
 * nothing to clean up; the file itself only says who holds it.
 *
 * <p>Closing <em>any</em> channel on a file drops this process's POSIX locks on it. Folders held by this very process are
 * therefore remembered, and their lock file is not opened a second time.
 */
final class FolderLock implements Closeable {

    /** Behind the text, so that another process on Windows can still read who holds it. */
    private static final long POSITION = Long.MAX_VALUE - 1;

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @throws EmbeddedDatabaseFailure naming the folder and the holder, where another process or this one holds it */
    static FolderLock take(DataFolder folder) {
        var file = folder.lockFile();
        if (!HELD_HERE.add(file)) {
            throw EmbeddedDatabaseFailure.folderInUse(
                    folder.root(), "" + ProcessHandle.current().pid());
        }
        try {
            var lock = tryLock(file);
            if (lock == null) {
                throw EmbeddedDatabaseFailure.folderInUse(folder.root(), holder(file));
            }
            return lock;
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw EmbeddedDatabaseFailure.folderNotWritable(folder.root(), e);
        } catch (EmbeddedDatabaseFailure e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    /** Whether another process holds the folder right now. */
    static boolean isHeldByAnother(DataFolder folder) {
        try {
            take(folder).close();
            return false;
        } catch (EmbeddedDatabaseFailure | IOException held) {
            return true;
        }
    }

    private static @Nullable FolderLock tryLock(Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock(POSITION, 1, false);
        if (lock == null) {
            channel.close();
            return null;
        }
        channel.truncate(0);
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(file, channel);
    }

    private static String holder(Path file) throws IOException {
        var pid = Files.readString(file).strip();
        return pid.isEmpty() ? "?" : pid;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
