package io.throughline.foundation.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contents as rows of 1 MiB in the database, so that one backup holds everything and any node serves any file.
 *
 * <p>Chunks are written under a fresh key while the hash is computed. At the end the hash's unique index decides: either
 * the key becomes the content's, or somebody had it already and the chunks just written go again. Content that fits into
 * one chunk is hashed before anything is written.
 */
@Component
@RequiredArgsConstructor
class DatabaseFileStore implements FileStore {

    static final int CHUNK = 1 << 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile write(InputStream content, long limit) throws IOException {
        var digest = sha256();
        var chunk = next(content, digest, limit);
        if (chunk.length < CHUNK) {
            var hash = digest.digest();
            var known = find(hash);
            if (known.isPresent()) {
                return known.get();
            }
            long id = freshKey();
            insert(id, 0, chunk);
            return settle(id, hash, chunk.length);
        }
        long id = freshKey();
        long size = 0;
        for (int no = 0; chunk.length > 0; no++) {
            insert(id, no, chunk);
            size += chunk.length;
            chunk = next(content, digest, limit - size);
        }
        return settle(id, digest.digest(), size);
    }

    @Override
    public InputStream read(long fileId, long size) {
        return new ChunkedInputStream(no -> chunk(fileId, no), size, CHUNK);
    }

    @Override
    @Transactional
    public int dropOrphans(Instant before) {
        return jdbc.sql("""
                        with orphan as (
                            select f.id from foundation.stored_file f
                             where f.stored_at < :before
                               and not exists (select 1 from foundation.attachment a where a.file_id = f.id)
                               and not exists (select 1 from foundation.picture p where p.picture_id = f.id)
                               for update skip locked),
                        chunks as (
                            delete from foundation.stored_chunk c using orphan o where c.file_id = o.id)
                        delete from foundation.stored_file f using orphan o where f.id = o.id
                        """).param("before", Timestamp.from(before)).update();
    }

    /** One statement a chunk: the point is never to hold more than one. */
    private void insert(long id, int no, byte[] chunk) {
        jdbc.sql("insert into foundation.stored_chunk (file_id, no, bytes) values (?, ?, ?)")
                .params(id, no, chunk)
                .update();
    }

    private StoredFile settle(long id, byte[] hash, long size) {
        while (true) {
            int inserted = jdbc.sql("""
                            insert into foundation.stored_file (id, sha256, size, stored_at) values (?, ?, ?, ?)
                            on conflict (sha256) do nothing
                            """)
                    .params(id, hash, size, Timestamp.from(clock.instant()))
                    .update();
            if (inserted == 1) {
                return new StoredFile(id, size);
            }
            var known = find(hash);
            if (known.isPresent()) {
                jdbc.sql("delete from foundation.stored_chunk where file_id = ?")
                        .param(id)
                        .update();
                return known.get();
            }
        }
    }

    /** Locked against {@link #dropOrphans} until the attachment that needs it is stored. */
    private Optional<StoredFile> find(byte[] hash) {
        return jdbc.sql("select id, size from foundation.stored_file where sha256 = ? for key share")
                .param(hash)
                .query((row, n) -> new StoredFile(row.getLong("id"), row.getLong("size")))
                .optional();
    }

    private byte[] chunk(long fileId, int no) {
        return jdbc.sql("select bytes from foundation.stored_chunk where file_id = ? and no = ?")
                .params(fileId, no)
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
    }

    private long freshKey() {
        return jdbc.sql("select nextval('foundation.id_seq')").query(Long.class).single();
    }

    private static byte[] next(InputStream content, MessageDigest digest, long left) throws IOException {
        var chunk = content.readNBytes(CHUNK);
        if (chunk.length > left) {
            throw new TooLarge(left);
        }
        digest.update(chunk);
        return chunk;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
