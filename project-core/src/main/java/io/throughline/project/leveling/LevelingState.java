package io.throughline.project.leveling;

import io.throughline.project.leveling.LevelingProposal.Clash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has too much to do in a plan, and what was last proposed.
 *
 * @param overloads in the plan as it is; null where it cannot be said, {@code reason} then says why
 * @param reason message key
 * @param leveled whether leveling delays tasks of the plan
 * @param job the last one that was started, whatever became of it
 * @param stale whether a plan of the proposal has changed since
 */
public record LevelingState(
        @Nullable List<Clash> overloads,
        @Nullable String reason,
        boolean leveled,
        @Nullable Long job,
        @Nullable LevelingProposal proposal,
        @Nullable ProposalState state,
        @Nullable Instant madeAt,
        boolean stale) {}
