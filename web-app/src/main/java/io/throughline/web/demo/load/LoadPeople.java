package io.throughline.web.demo.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Staff in teams, and customers with their contacts. */
final class LoadPeople {

    private static final String STAMPS = "id, version, created_at, changed_at, ";
    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙");
    private static final List<String> GIVEN =
            List.of("伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "勇", "军", "杰", "娟", "涛", "明", "超", "霞", "平", "刚");
    private static final List<String> CITIES =
            List.of("苏州", "宁波", "武汉", "成都", "青岛", "佛山", "合肥", "长沙", "西安", "郑州", "厦门", "无锡");
    private static final List<String> TRADES =
            List.of("智能仓储", "精密制造", "医疗器械", "储能科技", "食品", "轨道装备", "家居", "电子", "新材料", "化工");

    /** The first users have one role each, so that every kind of page can be measured; the rest share the work. */
    private static final List<String> ROLES =
            List.of("ADMIN", "MANAGER", "PROJECT_MANAGER", "SUPPORT_AGENT", "ACCOUNT_EXECUTIVE");

    private final Connection connection;
    private final LoadSize size;
    private final LoadIds ids;
    private final Instant since;

    LoadPeople(Connection connection, LoadSize size, LoadIds ids, Instant since) {
        this.connection = connection;
        this.size = size;
        this.ids = ids;
        this.since = since;
    }

    static String login(int user) {
        return user < ROLES.size() ? "load-" + ROLES.get(user).toLowerCase(java.util.Locale.ROOT) : "load-" + user;
    }

    static String role(int user) {
        return user < ROLES.size() ? ROLES.get(user) : ROLES.get(2 + user % 3);
    }

    static String person(int n) {
        return SURNAMES.get(n % SURNAMES.size())
                + GIVEN.get(n / SURNAMES.size() % GIVEN.size())
                + GIVEN.get(n * 7 % GIVEN.size());
    }

    static String customer(int n) {
        return CITIES.get(n % CITIES.size()) + TRADES.get(n / CITIES.size() % TRADES.size()) + (n / 120 + 1) + "厂";
    }

    static String number(long firstNumber, int customer) {
        return "C-%05d".formatted(firstNumber + customer);
    }

    /** The agents of a team are those users who are agents and whose place leaves its remainder. */
    static int agent(LoadSize size, int ticket) {
        int user = ticket % size.users();
        int step = Math.floorMod(3 - (2 + user % 3), 3);
        int found = user < ROLES.size() ? 3 : user + step;
        return found < size.users() ? found : 3;
    }

    static int team(int user) {
        return user % LoadSize.TEAMS;
    }

    void staff(@Nullable String passwordHash) throws SQLException {
        try (var teams = new CopyRows(connection, "foundation.team", STAMPS + "name_zh, name_en, active")) {
            for (int i = 0; i < LoadSize.TEAMS; i++) {
                teams.row(ids.teams() + i, 0, since, since, "客服" + (i + 1) + "组", "Support " + (i + 1), true);
            }
            teams.finish();
        }
        try (var users = new CopyRows(
                connection,
                "foundation.app_user",
                STAMPS + "login, name, email, password_hash, active, locale, zone, theme, single_keys")) {
            for (int i = 0; i < size.users(); i++) {
                users.row(
                        ids.users() + i,
                        0,
                        since,
                        since,
                        login(i),
                        person(i),
                        login(i) + "@load.example",
                        passwordHash,
                        true,
                        "zh-CN",
                        "Asia/Shanghai",
                        "system",
                        true);
            }
            users.finish();
        }
        try (var roles = new CopyRows(connection, "foundation.user_role", "user_id, role")) {
            for (int i = 0; i < size.users(); i++) {
                roles.row(ids.users() + i, role(i));
            }
            roles.finish();
        }
        try (var members = new CopyRows(connection, "foundation.team_member", "team_id, user_id")) {
            for (int i = 0; i < size.users(); i++) {
                members.row(ids.teams() + team(i), ids.users() + i);
            }
            members.finish();
        }
    }

    void customers(long firstNumber) throws SQLException {
        try (var customers = new CopyRows(
                connection,
                "foundation.customer",
                STAMPS + "number, name, short_name, tier, account_executive_id, industry")) {
            for (int i = 0; i < size.customers(); i++) {
                var name = customer(i);
                customers.row(
                        ids.customers() + i,
                        0,
                        since,
                        since,
                        number(firstNumber, i),
                        name + "有限公司",
                        name,
                        i % 20 == 0 ? "STRATEGIC" : i % 5 == 0 ? "KEY" : "STANDARD",
                        ids.users() + 4,
                        TRADES.get(i / CITIES.size() % TRADES.size()));
            }
            customers.finish();
        }
        try (var contacts = new CopyRows(
                connection, "foundation.contact", STAMPS + "customer_id, name, title, email, locale, manager")) {
            for (int i = 0; i < size.contacts(); i++) {
                int customer = i / LoadSize.CONTACTS;
                contacts.row(
                        ids.contacts() + i,
                        0,
                        since,
                        since,
                        ids.customers() + customer,
                        person(i + 5),
                        i % LoadSize.CONTACTS == 0 ? "经理" : "工程师",
                        "c%d.%d@load%d.example".formatted(firstNumber + customer, i % LoadSize.CONTACTS, customer),
                        "zh-CN",
                        i % LoadSize.CONTACTS == 0);
            }
            contacts.finish();
        }
    }
}
