package io.throughline.foundation.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a picture of our own making beside each picture that was attached. Two are made at a time on a node; one that would have
 * to wait long stays a download, as does one that cannot be made.
 */
@Component
@RequiredArgsConstructor
class Pictures {

    private static final long PATIENCE_SECONDS = 3;

    private final Semaphore room = new Semaphore(2);
    private final FileStore store;
    private final JdbcClient jdbc;

    /** In the caller's transaction, of a content just stored. */
    void make(StoredFile file, FileType type) throws IOException {
        if (!PictureMaker.reads(type.contentType()) || file.size() > PictureMaker.MOST_BYTES || isMade(file)) {
            return;
        }
        if (!enter()) {
            return;
        }
        try (var content = store.read(file.id(), file.size())) {
            var painted = PictureMaker.paint(type.contentType(), content.readNBytes(PictureMaker.MOST_BYTES));
            if (painted.isPresent()) {
                keep(file, painted.get());
            }
        } finally {
            room.release();
        }
    }

    private void keep(StoredFile file, PictureMaker.Painted painted) throws IOException {
        var picture = store.write(new ByteArrayInputStream(painted.bytes()), PictureMaker.MOST_BYTES);
        jdbc.sql("""
                        insert into foundation.picture (file_id, picture_id, content_type, width, height)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(file.id(), picture.id(), painted.contentType(), painted.width(), painted.height())
                .update();
    }

    private boolean isMade(StoredFile file) {
        return jdbc.sql("select exists (select 1 from foundation.picture where file_id = ?)")
                .param(file.id())
                .query(Boolean.class)
                .single();
    }

    private boolean enter() {
        try {
            return room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
