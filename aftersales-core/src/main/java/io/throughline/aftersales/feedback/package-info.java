/**
 * Complaints by ISO 10002: acknowledged, assessed, looked into by somebody who had no part in it, answered, remedied, closed.
 *
 * <p>A complaint is a ticket of the kind feedback that is marked as one; its own course runs beside the ticket's common one,
 * and each refuses what the other forbids:
 *
 * <ul>
 *   <li>Received to response proposed: the ticket is being worked on. It cannot be resolved before the response is
 *       communicated. Any public answer of a person acknowledges, and the acknowledgement clock stops with it.
 *   <li>Communicated: the customer has the response; the ticket is resolved. What brings the ticket back to work (an answer
 *       or a refusal of the customer) takes the complaint back to investigating.
 *   <li>Accepted: the ticket stays resolved until the remedy is carried out; then both close. Where the customer is silent
 *       for the days after which resolved tickets close, both close without consent.
 *   <li>Escalated externally: the ticket is worked on until the body has decided.
 *   <li>Cancelled or merged into another complaint: withdrawn, out of every number.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        id = "aftersales.feedback",
        displayName = "Feedback",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.customer",
            "foundation.calendar",
            "foundation.setting",
            "foundation.kpi",
            "foundation.activity",
            "foundation.notification",
            "project.lifecycle",
            "aftersales.ticket"
        })
package io.throughline.aftersales.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
