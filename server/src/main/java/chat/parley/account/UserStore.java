package chat.parley.account;

import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The table `users`.
public final class UserStore {
    /// Set-ups that run at the same time queue on this lock, so that only one finds the node empty.
    private static final long FIRST_ACCOUNT_LOCK = 0x5041524C4559L;

    private final Database database;

    public UserStore(Database database) {
        this.database = database;
    }

    Optional<Account> find(UserId id) {
        return database.first("select * from users where id = ?", UserStore::account, id);
    }

    List<Account> all(Collection<UserId> ids) {
        return database.list("select * from users where id = any (?)", UserStore::account, List.copyOf(ids));
    }

    Optional<Account> byUsername(String username) {
        return database.first("select * from users where username = ?", UserStore::account, username);
    }

    Optional<Account> byEmail(String email) {
        return database.first("select * from users where lower(email) = lower(?)", UserStore::account, email);
    }

    boolean anyPerson() {
        return database.first("select 1 as one from users where kind = 'PERSON' limit 1", row -> row.number("one"))
                .isPresent();
    }

    /// Accounts whose user name or address begins with the text, by user name.
    List<Account> search(String prefix, int limit) {
        return database.list("""
                select * from users
                where (username like ? or lower(email) like lower(?)) and kind <> 'DELETED'
                order by username limit ?""", UserStore::account, likePrefix(prefix), likePrefix(prefix), limit);
    }

    void insert(Account account, Users.Alongside alongside) {
        database.transaction(sql -> {
            insert(sql, account);
            alongside.in(sql, account.id());
            return account;
        });
    }

    /// Inserts unless a person is there already.
    boolean insertFirst(Account account, Users.Alongside alongside) {
        return database.transaction(sql -> {
            sql.list("select pg_advisory_xact_lock(?)", row -> 0, FIRST_ACCOUNT_LOCK);
            if (sql.first("select 1 from users where kind = 'PERSON' limit 1", row -> 1)
                    .isPresent()) {
                return false;
            }
            insert(sql, account);
            alongside.in(sql, account.id());
            return true;
        });
    }

    private static void insert(Database.Sql sql, Account account) throws SQLException {
        var user = account.user();
        sql.change(
                """
                insert into users (id, username, look, display_name, bio, pronouns, email, kind, operator, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                user.id(),
                user.username(),
                new Username(user.username()).look(),
                user.displayName(),
                account.bio(),
                account.pronouns(),
                account.email(),
                user.kind(),
                account.operator(),
                user.createdAt());
    }

    void update(Account account) {
        var user = account.user();
        database.change(
                """
                update users set username = ?, look = ?, display_name = ?, avatar = ?, banner = ?, accent_color = ?, bio = ?, pronouns = ?,
                    email = ?
                where id = ?""",
                user.username(),
                new Username(user.username()).look(),
                user.displayName(),
                user.avatar(),
                user.banner(),
                user.accentColor(),
                account.bio(),
                account.pronouns(),
                account.email(),
                user.id());
    }

    void retire(UserId id, Users.Alongside alongside) {
        String name = "deleted_" + id.text();
        database.transaction(sql -> {
            sql.change("""
                    update users set kind = 'DELETED', username = ?, look = ?, display_name = null, avatar = null,
                        banner = null, accent_color = null, bio = '', pronouns = '', email = null, operator = false
                    where id = ?""", name, new Username(name).look(), id);
            alongside.in(sql, id);
            return true;
        });
    }

    List<UserId> operators() {
        return database.list("select id from users where operator", row -> new UserId(row.number("id")));
    }

    boolean makeOperator(UserId id, boolean operator) {
        return database.change("update users set operator = ? where id = ? and kind = 'PERSON'", operator, id) == 1;
    }

    /// Which answer a broken unique index means; the fault itself when it means none.
    static RuntimeException refusalOf(DatabaseFault fault) {
        String message = String.valueOf(fault.getMessage());
        if (fault.uniqueViolation() && (message.contains("users_username") || message.contains("users_look"))) {
            return Refusal.invalid("username", "USERNAME_ALREADY_TAKEN", "Username is unavailable. Try another.");
        }
        if (fault.uniqueViolation() && message.contains("users_email")) {
            return Refusal.invalid("email", "EMAIL_ALREADY_REGISTERED", "Email is already registered.");
        }
        return fault;
    }

    private static String likePrefix(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static Account account(Row row) throws SQLException {
        var color = row.numberOrNull("accent_color");
        var user = new User(
                new UserId(row.number("id")),
                row.text("username"),
                row.textOrNull("display_name"),
                row.textOrNull("avatar"),
                row.textOrNull("banner"),
                color == null ? null : color.intValue(),
                User.Kind.valueOf(row.text("kind")),
                row.instant("created_at"));
        return new Account(user, row.textOrNull("email"), row.text("bio"), row.text("pronouns"), row.flag("operator"));
    }
}
