package io.throughline.foundation.attachment;

/**
 * A content in the store.
 *
 * @param id key in the store
 * @param size bytes
 */
record StoredFile(long id, long size) {}
