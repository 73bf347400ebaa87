package io.throughline.foundation.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Keeps contents once each, by their hash. The database does it now; an object store may later. */
interface FileStore {

    /**
     * Takes in the content with memory that does not depend on its length; equal content is kept once. What is taken in
     * becomes visible with the caller's transaction, or not at all.
     *
     * @throws TooLarge beyond {@code limit} bytes
     */
    StoredFile write(InputStream content, long limit) throws IOException;

    /** The content in pieces, each fetched when it is read. */
    InputStream read(long fileId, long size);

    /** Drops what was stored before the given time and no attachment needs; returns how many files went. */
    int dropOrphans(Instant before);

    /** More bytes came than are allowed. */
    final class TooLarge extends IOException {

        TooLarge(long limit) {
            super("more than " + limit + " bytes");
        }
    }
}
