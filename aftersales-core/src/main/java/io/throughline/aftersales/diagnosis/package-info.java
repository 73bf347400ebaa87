/**
 * Diagnosis: what was seen, why it happened, what helped, on a course of its own beside the ticket's.
 *
 * <p>The course is there once somebody begins to diagnose; a question that is answered at once has none. From then on:
 *
 * <ul>
 *   <li>Triage to fix planned: the ticket is being worked on, and cannot be resolved. A workaround stops the clock
 *       restore, not fix: it is the mark that the ticket carries.
 *   <li>Fixed: needs a cause, and the deliverable it is about where the customer has any; the ticket is resolved with it.
 *   <li>Verified: the customer confirmed that it is solved, in person or to one of us; the ticket closes with it. A ticket
 *       that closes by itself stays fixed, unverified.
 *   <li>A ticket that comes back to work is being diagnosed again; cause and workaround stay as they are.
 *   <li>Cancelled or merged: the diagnosis rests where it was.
 * </ul>
 */
@NullMarked
@ApplicationModule(
        id = "aftersales.diagnosis",
        displayName = "Diagnosis",
        allowedDependencies = {"foundation.model", "foundation.people", "aftersales.ticket"})
package io.throughline.aftersales.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
