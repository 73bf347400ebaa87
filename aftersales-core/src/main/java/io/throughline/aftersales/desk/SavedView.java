package io.throughline.aftersales.desk;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A list of tickets kept under a name. */
@Entity
@Getter
@Table(schema = "aftersales", name = "ticket_view")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class SavedView extends Aggregate {

    private String name;
    private String query;

    @Embedded
    @Getter(AccessLevel.NONE)
    private @Nullable Share share;

    private @Nullable Instant removedAt;

    SavedView(String name, String query, Share share) {
        this.name = name.strip();
        this.query = query;
        this.share = share;
    }

    void list(String newQuery) {
        query = newQuery;
    }

    Share share() {
        return Share.orEveryones(share);
    }

    void remove(Instant at) {
        removedAt = at;
    }

    void bringBack() {
        removedAt = null;
    }
}
