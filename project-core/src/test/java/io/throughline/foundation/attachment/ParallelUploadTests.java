package io.throughline.foundation.attachment;

import static io.throughline.foundation.activity.ThingAccess.thing;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Viewer;
import io.throughline.test.CoreTest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Commits, as only what is committed is seen by others. */
@CoreTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class ParallelUploadTests {

    private static final int UPLOADS = 32;

    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentQueries queries;

    @Autowired
    JdbcClient jdbc;

    @Test
    void storesTheContentOf32SimultaneousUploadsOnce() throws Exception {
        var viewer = Viewer.system("test");
        var content = Uploads.video(new Random(), 2 * DatabaseFileStore.CHUNK + 1);
        var subject = thing(new Random().nextInt(500_000));
        var together = new CyclicBarrier(UPLOADS);
        var work = new ArrayList<Callable<AttachmentId>>();
        for (int i = 0; i < UPLOADS; i++) {
            work.add(() -> {
                together.await();
                return attachments.store(viewer, subject, "a.mp4", null, new ByteArrayInputStream(content));
            });
        }

        var pool = Executors.newFixedThreadPool(UPLOADS);
        var ids = new ArrayList<AttachmentId>();
        try {
            for (var upload : pool.invokeAll(work)) {
                ids.add(upload.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(ids).doesNotHaveDuplicates().hasSize(UPLOADS);
        assertThat(queries.list(viewer, subject)).hasSize(UPLOADS);
        assertThat(jdbc.sql("select count(distinct file_id) from foundation.attachment where subject_id = ?")
                        .param(subject.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("""
                                select count(*) from foundation.stored_chunk c
                                 where not exists (select 1 from foundation.attachment a where a.file_id = c.file_id)
                                """).query(Integer.class).single()).isZero();
        try (var in = queries.open(viewer, ids.get(0)).open()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }
}
