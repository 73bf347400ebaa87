package io.throughline.aftersales.problem;

import io.throughline.aftersales.ticket.TicketId;
import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known already of the fault somebody is writing about: the problem behind a ticket, and those that may be. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
@Allow({Role.SUPPORT_AGENT, Role.MANAGER, Role.TECHNICIAN})
public class ProblemOffers {

    private static final int MOST = 5;

    private static final String OFFER = """
            select b.id, b.number, b.title, b.state, b.known_error_at is not null and b.open as known_error, b.workaround,
                   'KB-' || a.number as article
              from aftersales.problem b
              left join aftersales.knowledge_article a on a.id = b.article_id
            """;

    private final JdbcClient jdbc;
    private final Search search;

    /** The problem behind a ticket the viewer was shown. */
    public Optional<ProblemOffer> behind(Viewer viewer, TicketId ticket) {
        return jdbc.sql(OFFER + " join aftersales.problem_ticket l on l.problem_id = b.id where l.ticket_id = ?")
                .param(ticket.value())
                .query(ProblemOffer.class)
                .optional();
    }

    /**
     * Problems not yet resolved that may be behind what somebody writes: of the same deliverable, or in like words; known
     * errors first.
     *
     * @param text subject and words of a question, in any language
     * @param deliverable what it happened to
     */
    public List<ProblemOffer> offer(Viewer viewer, String text, @Nullable Long deliverable) {
        var alike = search.similar(viewer, text, ProblemSubject.TYPE, MOST).stream()
                .map(Search.Hit::id)
                .toArray(Long[]::new);
        if (alike.length == 0 && deliverable == null) {
            return List.of();
        }
        return jdbc.sql(OFFER + """
                         where b.open and (b.id = any(:alike) or b.deliverable_id = :deliverable)
                         order by known_error desc, array_position(:alike, b.id), b.opened_at desc
                         limit :most
                        """)
                .param("alike", alike)
                .param("deliverable", deliverable == null ? 0L : deliverable)
                .param("most", MOST)
                .query(ProblemOffer.class)
                .list();
    }
}
