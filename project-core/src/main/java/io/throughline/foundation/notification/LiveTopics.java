package io.throughline.foundation.notification;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.throughline.foundation.people.Allow;
import io.throughline.foundation.people.Viewer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Which topics a viewer hears: always the own ones, and of those asked for the permitted. */
@Service
@Allow(anyone = true)
public class LiveTopics {

    private static final int MOST = 20;

    private final Map<String, TopicAccess> byPrefix;

    LiveTopics(List<TopicAccess> access) {
        byPrefix = access.stream().collect(toMap(TopicAccess::prefix, identity()));
    }

    /** @param asked topics as the page names them; what is unknown or not permitted is left out without a word */
    public Set<String> heardBy(Viewer viewer, Collection<String> asked) {
        var topics = new LinkedHashSet<String>();
        topics.add(LiveEvents.user(viewer.id().value()));
        if (viewer.isStaff()) {
            topics.add("staff");
            viewer.teamIds().forEach(team -> topics.add("team:" + team));
        }
        if (viewer.isCustomer() && viewer.customerManager()) {
            topics.add("customer:" + viewer.requireCustomerId());
        }
        if (viewer.isCustomer() && viewer.contactId() != null) {
            topics.add("contact:" + viewer.contactId());
        }
        asked.stream()
                .distinct()
                .limit(MOST)
                .filter(topic -> mayHear(viewer, topic))
                .forEach(topics::add);
        return topics;
    }

    private boolean mayHear(Viewer viewer, String topic) {
        int colon = topic.indexOf(':');
        if (colon < 1) {
            return false;
        }
        var access = byPrefix.get(topic.substring(0, colon));
        return access != null && access.mayHear(viewer, topic.substring(colon + 1));
    }
}
