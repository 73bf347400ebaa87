/**
 * Problems: the causes behind one or several diagnosis tickets, from the suspicion over the known error to the fix.
 *
 * <p>A ticket has at most one problem behind it. New and investigating: nobody knows why yet. Known error: the root cause is
 * found and there is a workaround, which every linked ticket shows and which is offered for tickets that resemble it. Fix
 * planned: it is known what will end it. Resolved: it is ended, and the owners of its open tickets are told. Closed: none
 * of its tickets is open any more, or it turned out to be no problem.
 */
@NullMarked
@ApplicationModule(
        id = "aftersales.problem",
        displayName = "Problem",
        allowedDependencies = {
            "foundation.model",
            "foundation.people",
            "foundation.setting",
            "foundation.kpi",
            "foundation.activity",
            "foundation.notification",
            "foundation.search",
            "project.lifecycle",
            "aftersales.ticket",
            "aftersales.diagnosis",
            "aftersales.knowledge"
        })
package io.throughline.aftersales.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
