package io.throughline.aftersales.feedback;

import org.jspecify.annotations.Nullable;

/**
 * A colleague who could be asked to investigate.
 *
 * @param tie the part he or she has in the matter: {@code OWNER, FORMER_OWNER, TEAM, CAUSE}; null for none
 */
public record Candidate(long id, String name, @Nullable String tie) {}
