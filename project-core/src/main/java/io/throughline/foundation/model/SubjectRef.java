package io.throughline.foundation.model;

/**
 * A reference to any record, for what can hang on every record: comments, attachments, notices, search.
 *
 * @param type code word of the record type in capitals, for example {@code TICKET}
 * @param id the record's id
 */
public record SubjectRef(String type, long id) {

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
