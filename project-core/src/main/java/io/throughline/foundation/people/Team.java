package io.throughline.foundation.people;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.HashSet;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

@Entity
@Getter
@Table(schema = "foundation", name = "team")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Team extends Aggregate {

    private String nameZh;
    private String nameEn;
    private boolean active;

    @ElementCollection
    @CollectionTable(schema = "foundation", name = "team_member", joinColumns = @JoinColumn(name = "team_id"))
    @Column(name = "user_id")
    private Set<Long> members = new HashSet<>();

    Team(String nameZh, String nameEn) {
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.active = true;
    }

    void rename(String chinese, String english) {
        nameZh = chinese;
        nameEn = english;
    }

    void consistOf(Set<Long> users) {
        members.retainAll(users);
        members.addAll(users);
    }

    void join(long user) {
        members.add(user);
    }

    void leave(long user) {
        members.remove(user);
    }

    void retire() {
        active = false;
    }

    void reopen() {
        active = true;
    }
}
