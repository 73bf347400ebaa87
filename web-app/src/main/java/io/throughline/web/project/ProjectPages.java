package io.throughline.web.project;

import io.throughline.foundation.people.Viewer;
import io.throughline.project.lifecycle.DraftKey;
import io.throughline.project.lifecycle.OpenDraft;
import io.throughline.project.lifecycle.PersonChoice;
import io.throughline.project.lifecycle.ProjectAccess;
import io.throughline.project.lifecycle.ProjectQueries;
import io.throughline.web.shell.Option;
import io.throughline.web.shell.Tab;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gives every page of a project its head and tabs. */
@Component
@RequiredArgsConstructor
public class ProjectPages {

    private final ProjectQueries projects;

    /** The project under the key, its head and tabs in the model; not found for who may only see its milestones. */
    public ProjectAccess plan(Viewer viewer, String key, String tab, Model model) {
        return fill(projects.requirePlan(viewer, key), tab, model);
    }

    /** The same for pages an account executive may see as well. */
    public ProjectAccess head(Viewer viewer, String key, String tab, Model model) {
        return fill(projects.require(viewer, key), tab, model);
    }

    /** The same for a project already loaded. */
    public ProjectAccess fill(ProjectAccess project, String tab, Model model) {
        model.addAttribute("project", project);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", tabs(project));
        return project;
    }

    /** People to choose from in a form. */
    public static List<Option> options(List<PersonChoice> people) {
        return people.stream()
                .map(person -> new Option(String.valueOf(person.id()), person.name()))
                .toList();
    }

    private static List<Tab> tabs(ProjectAccess project) {
        return OpenDraft.current().map(draft -> tabs(draft)).orElseGet(() -> ownTabs(project));
    }

    /** A draft has a plan and nothing else. */
    private static List<Tab> tabs(DraftKey draft) {
        return List.of(
                Tab.of("draft", "project.draft.compare", "/projects/" + draft.project() + "/drafts/" + draft.draft()),
                Tab.of("schedule", "project.lifecycle.tab.schedule", "/projects/" + draft + "/schedule"));
    }

    private static List<Tab> ownTabs(ProjectAccess project) {
        var at = "/projects/" + project.key();
        var tabs = new ArrayList<Tab>();
        tabs.add(Tab.of("overview", "project.lifecycle.tab.overview", at));
        if (project.plan()) {
            tabs.add(Tab.of("schedule", "project.lifecycle.tab.schedule", at + "/schedule"));
            tabs.add(Tab.of("board", "project.lifecycle.tab.board", at + "/board"));
        }
        tabs.add(Tab.of("milestones", "project.lifecycle.tab.milestones", at + "/milestones"));
        if (project.plan()) {
            tabs.add(Tab.of("deliverables", "project.lifecycle.tab.deliverables", at + "/deliverables"));
            tabs.add(Tab.of("documents", "project.lifecycle.tab.documents", at + "/documents"));
            tabs.add(Tab.of("team", "project.lifecycle.tab.team", at + "/team"));
            tabs.add(Tab.of("closure", "project.lifecycle.tab.closure", at + "/closure"));
        }
        return tabs;
    }
}
