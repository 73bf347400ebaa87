package io.throughline.project.schedule.planfile;

import io.throughline.project.schedule.network.Effort;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.RelationType;
import org.mpxj.TaskType;
import org.mpxj.TimeUnit;

/** What we call amounts, links, task types and constraints, in the terms of Microsoft Project. */
final class MspdiTerms {

    private MspdiTerms() {}

    static Duration duration(long minutes, boolean elapsed) {
        if (elapsed) {
            return minutes % 1440 == 0
                    ? Duration.getInstance(minutes / 1440, TimeUnit.ELAPSED_DAYS)
                    : Duration.getInstance(minutes, TimeUnit.ELAPSED_MINUTES);
        }
        return minutes % 48 == 0 ? days(minutes) : Duration.getInstance(minutes, TimeUnit.MINUTES);
    }

    static Duration days(long minutes) {
        return Duration.getInstance(minutes / 480.0, TimeUnit.DAYS);
    }

    static Duration hours(long minutes) {
        return Duration.getInstance(minutes / 60.0, TimeUnit.HOURS);
    }

    static Duration lag(PlanFileLink.Lag lag) {
        return switch (lag.unit()) {
            case WORKING -> duration(Math.round(lag.amount()), false);
            case ELAPSED -> duration(Math.round(lag.amount()), true);
            case PERCENT -> Duration.getInstance(lag.amount(), TimeUnit.PERCENT);
            case ELAPSED_PERCENT -> Duration.getInstance(lag.amount(), TimeUnit.ELAPSED_PERCENT);
        };
    }

    static RelationType relation(PlanFileLink.Type type) {
        return switch (type) {
            case FINISH_TO_START -> RelationType.FINISH_START;
            case START_TO_START -> RelationType.START_START;
            case FINISH_TO_FINISH -> RelationType.FINISH_FINISH;
            case START_TO_FINISH -> RelationType.START_FINISH;
        };
    }

    static TaskType type(Effort.Type type) {
        return switch (type) {
            case FIXED_UNITS -> TaskType.FIXED_UNITS;
            case FIXED_DURATION -> TaskType.FIXED_DURATION;
            case FIXED_WORK -> TaskType.FIXED_WORK;
        };
    }

    static ConstraintType constraint(PlanFileTask.ConstraintType type) {
        return switch (type) {
            case ASAP -> ConstraintType.AS_SOON_AS_POSSIBLE;
            case ALAP -> ConstraintType.AS_LATE_AS_POSSIBLE;
            case SNET -> ConstraintType.START_NO_EARLIER_THAN;
            case SNLT -> ConstraintType.START_NO_LATER_THAN;
            case FNET -> ConstraintType.FINISH_NO_EARLIER_THAN;
            case FNLT -> ConstraintType.FINISH_NO_LATER_THAN;
            case MSO -> ConstraintType.MUST_START_ON;
            case MFO -> ConstraintType.MUST_FINISH_ON;
        };
    }
}
