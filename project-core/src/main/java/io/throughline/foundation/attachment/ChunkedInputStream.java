package io.throughline.foundation.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;

/** Reads a content chunk by chunk, each fetched when needed; skipping fetches nothing, so a range costs its own length. */
class ChunkedInputStream extends InputStream {

    private final IntFunction<byte[]> chunks;
    private final long size;
    private final int chunkSize;
    private byte[] current = new byte[0];
    private int currentNo = -1;
    private long position;

    ChunkedInputStream(IntFunction<byte[]> chunks, long size, int chunkSize) {
        this.chunks = chunks;
        this.size = size;
        this.chunkSize = chunkSize;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= size) {
            return -1;
        }
        fetch((int) (position / chunkSize));
        int from = (int) (position % chunkSize);
        int count = Math.min(length, current.length - from);
        if (count <= 0) {
            throw new EOFException("content ends at " + position + " of " + size + " bytes");
        }
        System.arraycopy(current, from, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, size - position));
        position += skipped;
        return skipped;
    }

    @Override
    public int available() {
        int inChunk = current.length - (int) (position % chunkSize);
        return currentNo == position / chunkSize ? Math.max(0, inChunk) : 0;
    }

    private void fetch(int no) {
        if (no != currentNo) {
            current = chunks.apply(no);
            currentNo = no;
        }
    }
}
