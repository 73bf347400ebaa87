package io.throughline.aftersales.sla;

/** Who hears of an escalation, by what he or she is to the ticket. */
public enum EscalationListener {
    OWNER,
    TEAM,
    MANAGERS
}
