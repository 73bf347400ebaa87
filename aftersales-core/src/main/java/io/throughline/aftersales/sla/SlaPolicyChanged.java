package io.throughline.aftersales.sla;

/**
 * Another version of a policy holds from now on, or none: open clocks are to be recomputed.
 *
 * @param number of the version; the last one where the policy was retired
 */
public record SlaPolicyChanged(long policyId, int number, boolean retired) {}
