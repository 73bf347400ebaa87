package io.throughline.foundation.search;

/** A feature whose records can be found. A load that writes its rows past its commands has them indexed by it. */
public interface SearchSource {

    /** Writes every record that can be found and whose id lies between the two, both included; in the caller's transaction. */
    void index(long firstId, long lastId);
}
