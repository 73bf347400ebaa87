package io.throughline.project.lifecycle;

import io.throughline.foundation.model.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

@Entity
@Getter
@Table(schema = "project", name = "project_member")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ProjectMember extends Aggregate {

    private long projectId;
    private long userId;

    @Enumerated(EnumType.STRING)
    private MemberRole role;

    ProjectMember(long projectId, long userId, MemberRole role) {
        this.projectId = projectId;
        this.userId = userId;
        this.role = role;
    }

    void become(MemberRole newRole) {
        role = newRole;
    }
}
