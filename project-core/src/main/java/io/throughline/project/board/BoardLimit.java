package io.throughline.project.board;

import io.throughline.foundation.model.Aggregate;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.project.schedule.TaskStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

@Entity
@Getter
@Table(schema = "project", name = "board_limit")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class BoardLimit extends Aggregate {

    static final int HIGHEST = 999;

    private long projectId;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    private int wipLimit;

    BoardLimit(long projectId, TaskStatus status, int wipLimit) {
        this.projectId = projectId;
        this.status = status;
        this.wipLimit = checked(wipLimit);
    }

    void change(int newLimit) {
        wipLimit = checked(newLimit);
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > HIGHEST) {
            throw new RuleViolation("project.board.limit", HIGHEST).at("limit");
        }
        return limit;
    }
}
