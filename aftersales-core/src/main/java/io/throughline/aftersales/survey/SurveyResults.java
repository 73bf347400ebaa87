package io.throughline.aftersales.survey;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answers of a stretch of months say, as far as the viewer may see them.
 *
 * @param from first month
 * @param answers how many
 * @param score null without an answer
 * @param sent mails of these months that did not come back; {@code answered} of them were
 * @param shares every rating of the scale, the best first
 * @param months every month of the stretch, the oldest first
 * @param groups by person, team, customer and project: those with at least five answers first, then by how many
 * @param hidden an anonymous survey with so few answers that they might show who gave them
 */
public record SurveyResults(
        YearMonth from,
        YearMonth to,
        long answers,
        @Nullable BigDecimal score,
        long sent,
        long answered,
        List<Share> shares,
        List<Month> months,
        List<Group> groups,
        boolean hidden) {

    /** Below this many answers a number says little (rule R11 of the catalogue). */
    public static final int FEW = 5;

    public SurveyResults {
        shares = List.copyOf(shares);
        months = List.copyOf(months);
        groups = List.copyOf(groups);
    }

    public boolean isFew() {
        return answers < FEW;
    }

    /** @param percent 0–100 of all answers */
    public record Share(int rating, long answers, int percent) {}

    /** @param score null without an answer */
    public record Month(
            YearMonth month, long answers, @Nullable BigDecimal score) {

        public boolean isFew() {
            return answers < FEW;
        }
    }

    /** What answers are told apart by. */
    public enum GroupBy {
        AGENT,
        TEAM,
        CUSTOMER,
        PROJECT
    }

    /** @param name in both languages where it has two */
    public record Group(
            GroupBy by,
            long id,
            LocalText name,
            long answers,
            @Nullable BigDecimal score) {

        public boolean isFew() {
            return answers < FEW;
        }
    }

    public List<Group> groups(GroupBy by) {
        return groups.stream().filter(group -> group.by == by).toList();
    }
}
