package io.throughline.web.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A way into a product that has no users yet: an agent with a token, written straight into its tables. */
final class LedgerToken {

    private static final String TOKEN = "tl_the-ledger-of-the-crash-test-0123456789";

    private LedgerToken() {}

    static String issue(DatabaseAccess owner) throws SQLException, NoSuchAlgorithmException {
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)));
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into foundation.app_user (id, version, login, name, active, locale, zone, theme, single_keys,
                            created_at, changed_at)
                    values (900000001, 0, 'ledger', '账房', true, 'zh-CN', 'Asia/Shanghai', 'system', true, now(), now())
                    """);
            statement.execute("insert into foundation.user_role values (900000001, 'SUPPORT_AGENT')");
            statement.execute("""
                    insert into foundation.api_token (user_id, name, token_hash, scopes, created_at, expires_at)
                    values (900000001, 'ledger', '%s', '{*}', now(), now() + interval '1 day')
                    """.formatted(hash));
        }
        return TOKEN;
    }

    static List<String> list(DatabaseAccess owner, String query) throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
