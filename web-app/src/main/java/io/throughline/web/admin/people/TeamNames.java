package io.throughline.web.admin.people;

import io.throughline.foundation.people.TeamQueries.TeamRow;
import io.throughline.web.shell.Languages;
import org.springframework.context.i18n.LocaleContextHolder;

/** A team's name in the reader's language. */
final class TeamNames {

    private TeamNames() {}

    static String of(TeamRow team) {
        return Languages.isChinese(LocaleContextHolder.getLocale()) ? team.nameZh() : team.nameEn();
    }
}
