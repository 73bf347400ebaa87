package io.throughline.aftersales.problem;

import static io.throughline.foundation.people.Role.MANAGER;
import static io.throughline.foundation.people.Role.SUPPORT_AGENT;

import io.throughline.aftersales.knowledge.ArticleNumber;
import io.throughline.aftersales.knowledge.KnowledgeArticles;
import io.throughline.aftersales.knowledge.WriteArticle;
import io.throughline.foundation.activity.Activities;
import io.throughline.foundation.activity.Watchers;
import io.throughline.foundation.model.NotFound;
import io.throughline.foundation.model.RecordNumber;
import io.throughline.foundation.model.RuleViolation;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.setting.NumberSeries;
import io.throughline.foundation.setting.Setting;
import io.throughline.foundation.setting.Settings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens problems, writes down what is known of them, ties tickets to them and takes them along their course. Every command
 * throws {@link NotFound} for an unknown number and {@link RuleViolation} for what the problem's state does not allow.
 */
@Service("problemRecords")
@Transactional
@RequiredArgsConstructor
@Allow({SUPPORT_AGENT, MANAGER})
public class Problems {

    private final ProblemRepository problems;
    private final ProblemTickets tickets;
    private final KnowledgeArticles articles;
    private final NumberSeries numbers;
    private final Settings settings;
    private final Activities activities;
    private final Watchers watchers;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Opens a problem over the tickets named, which may be none yet; its number. */
    public String open(Viewer viewer, SaveProblem command) {
        var now = clock.instant();
        int year = now.atZone(ZoneId.of(settings.get(Setting.COMPANY_ZONE))).getYear();
        var number = RecordNumber.plain("PB", year, numbers.next("PB", year));
        requireOwner(command.ownerId());
        var problem = problems.saveAndFlush(new Problem(number, command, projectOf(command.deliverableId()), now));
        var id = new ProblemId(problem.requireId());
        activities.record(viewer, ProblemSubject.of(id), "aftersales.problem.did.opened", Map.of());
        for (var ticket : new TreeSet<>(command.tickets() == null ? Set.<String>of() : command.tickets())) {
            tickets.link(viewer, id, number, ticket);
        }
        watchers.watch(viewer, ProblemSubject.of(id));
        keep(problem, false);
        return number;
    }

    /** Throws {@link io.throughline.foundation.model.StaleVersion} when the form is older than the problem. */
    public void change(Viewer viewer, String number, SaveProblem command) {
        var problem = locked(number);
        problem.requireVersion(command.version());
        requireOwner(command.ownerId());
        problem.rewrite(command, projectOf(command.deliverableId()));
        keep(problem, false);
    }

    /** Along the course; closing wants that none of its tickets is open any more. */
    public void moveTo(Viewer viewer, String number, ProblemState to, @Nullable Integer seen) {
        var problem = locked(number);
        problem.requireVersion(seen);
        var id = new ProblemId(problem.requireId());
        if (to == ProblemState.CLOSED) {
            tickets.requireNoneOpen(id);
        }
        problem.moveTo(to, clock.instant());
        activities.record(viewer, ProblemSubject.of(id), "aftersales.problem.did.moved", Map.of("state", to.name()));
        keep(problem, to == ProblemState.RESOLVED);
    }

    /** The ticket is one of its; said twice it is once. Throws {@link NotFound} for a ticket out of the viewer's scope. */
    public void link(Viewer viewer, String number, String ticket) {
        var problem = locked(number);
        if (problem.getState() == ProblemState.CLOSED) {
            throw new RuleViolation("aftersales.problem.closed");
        }
        tickets.link(viewer, new ProblemId(problem.requireId()), number, ticket);
        keep(problem, false);
    }

    public void unlink(Viewer viewer, String number, String ticket) {
        var problem = locked(number);
        tickets.unlink(viewer, new ProblemId(problem.requireId()), number, ticket);
        keep(problem, false);
    }

    /** Begins an article with what is known, as a draft for somebody else to publish. */
    public ArticleNumber tell(Viewer viewer, String number, WriteArticle text) {
        var problem = locked(number);
        var article = articles.write(viewer, text);
        problem.tellIn(jdbc.sql("select id from aftersales.knowledge_article where number = ?")
                .param(article.value())
                .query(Long.class)
                .single());
        activities.record(
                viewer,
                ProblemSubject.of(new ProblemId(problem.requireId())),
                "aftersales.problem.did.told",
                Map.of("article", article.toString()));
        keep(problem, false);
        return article;
    }

    private Problem locked(String number) {
        return problems.lock(number.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new NotFound("problem", number));
    }

    private void keep(Problem problem, boolean resolvedNow) {
        problem.changed(resolvedNow);
        problems.saveAndFlush(problem);
    }

    private @Nullable Long projectOf(@Nullable Long deliverable) {
        if (deliverable == null) {
            return null;
        }
        return jdbc.sql("select project_id from project.deliverable where id = ? and deleted_at is null")
                .param(deliverable)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleViolation("aftersales.problem.unknownDeliverable").at("deliverableId"));
    }

    private void requireOwner(@Nullable Long owner) {
        if (owner != null && !jdbc.sql("""
                                select exists (select 1 from foundation.app_user u
                                                 join foundation.user_role r on r.user_id = u.id
                                                  and r.role in ('SUPPORT_AGENT', 'TECHNICIAN', 'MANAGER')
                                                where u.id = ? and u.active)
                                """).param(owner).query(Boolean.class).single()) {
            throw new RuleViolation("aftersales.problem.unknownOwner").at("ownerId");
        }
    }
}
