package io.throughline.project.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.foundation.people.Role;
import io.throughline.foundation.people.Viewer;
import io.throughline.foundation.search.Search;
import io.throughline.test.CoreTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CoreTest
@Import(ProjectFixtures.class)
class ProjectSearchTests {

    @Autowired
    ProjectFixtures given;

    @Autowired
    Projects projects;

    @Autowired
    Search search;

    @Test
    void findsAPrivateProjectAndItsPartsOnlyForItsTeam() {
        var pm = given.a(Role.PROJECT_MANAGER);
        var other = given.a(Role.PROJECT_MANAGER);
        var key = given.aProject(pm, Visibility.PRIVATE, "equipment-delivery").key();

        assertThat(hits(pm, "详细设计")).contains("/projects/" + key + "/tasks/8");
        assertThat(hits(pm, "设计文件")).contains("/projects/" + key + "/deliverables/1");
        assertThat(hits(other, "详细设计")).isEmpty();

        projects.addMember(pm, key, other.id().value(), MemberRole.OBSERVER);
        assertThat(hits(other, key)).contains("/projects/" + key);
        assertThat(hits(other, "详细设计")).contains("/projects/" + key + "/tasks/8");
    }

    private List<String> hits(Viewer viewer, String query) {
        return search.find(viewer, query, null, 50).stream()
                .map(Search.Hit::path)
                .toList();
    }
}
