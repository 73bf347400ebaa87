package io.throughline.web.demo.load;

/**
 * How much is asked for, and what follows from it.
 *
 * @param tickets at least one
 * @param projects at least one
 * @param tasks at least as many as projects
 * @param messages at least as many as tickets
 * @param seed the same seed and day give the same rows
 */
record LoadSize(int tickets, int projects, int tasks, int messages, long seed) {

    static final int CONTACTS = 3;
    static final int TEAMS = 8;

    LoadSize {
        if (tickets < 1 || projects < 1 || tasks < projects || messages < tickets) {
            throw new IllegalArgumentException(
                    "At least 1 ticket, 1 project, 1 task a project and 1 message a ticket are needed.");
        }
    }

    int customers() {
        return Math.max(20, tickets / 250);
    }

    int users() {
        return Math.max(40, Math.min(1000, projects / 5));
    }

    int contacts() {
        return customers() * CONTACTS;
    }

    int tasksPerProject() {
        return tasks / projects;
    }

    /** Tasks of the project; the first ones take what does not divide evenly. */
    int tasksOf(int project) {
        return tasksPerProject() + (project < tasks % projects ? 1 : 0);
    }

    int taskOffset(int project) {
        return project * tasksPerProject() + Math.min(project, tasks % projects);
    }

    /** Messages of the ticket: every second one has one more, the next one less, where there are two or more. */
    int messagesOf(int ticket) {
        return messageOffset(ticket + 1) - messageOffset(ticket);
    }

    int messageOffset(int ticket) {
        int each = messages / tickets;
        int shifted = each > 1 && ticket % 2 == 1 && ticket < tickets ? 1 : 0;
        return ticket * each + Math.min(ticket, messages % tickets) + shifted;
    }
}
