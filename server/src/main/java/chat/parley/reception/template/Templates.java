package chat.parley.reception.template;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.guild.Founding;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Guilds told as templates, at most one each, and guilds made from them. Whoever knows the code sees what is in it.
public final class Templates {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int CODE_CHARS = 20;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{" + CODE_CHARS + "}");

    private final Guilds guilds;
    private final Channels channels;
    private final Founding founding;
    private final TemplateStore store;
    private final Snowflakes ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Templates(
            Guilds guilds, Channels channels, Founding founding, Database database, Snowflakes ids, Clock clock) {
        this.guilds = guilds;
        this.channels = channels;
        this.founding = founding;
        this.store = new TemplateStore(database);
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown` when there is none
    public Template of(String code) {
        return found(code).orElseThrow(() -> Refusal.unknown(Thing.TEMPLATE));
    }

    public Optional<Template> in(Caller caller, GuildId guild) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD);
        return store.of(guild);
    }

    /// Whether the guild is another now than the template says.
    public boolean dirty(Template template) {
        return !template.plan().equals(plan(template.guild()));
    }

    /// @throws chat.parley.base.refusal.Refused with `Unfit` when the guild has one already
    public Template create(Caller caller, GuildId guild, String name, @Nullable String description) {
        return guilds.write(guild, writing -> {
            writing.as(caller).requiring(Permission.MANAGE_GUILD);
            if (store.of(guild).isPresent()) {
                throw Refusal.unfit(Why.TEMPLATE_EXISTS);
            }
            var now = now();
            var made = new Template(code(), guild, name, description, 0, caller.id(), now, now, plan(guild));
            store.save(made);
            return made;
        });
    }

    /// Takes over what the guild is like now.
    public Template synchronise(Caller caller, GuildId guild, String code) {
        return change(caller, guild, code, it -> it.with(plan(guild), now()));
    }

    /// @param name, description make the new ones of the present ones
    public Template rename(
            Caller caller,
            GuildId guild,
            String code,
            UnaryOperator<String> name,
            UnaryOperator<@Nullable String> description) {
        return change(
                caller,
                guild,
                code,
                it -> it.called(name.apply(it.name()), description.apply(it.description()), now()));
    }

    public Template delete(Caller caller, GuildId guild, String code) {
        return guilds.write(guild, writing -> {
            writing.as(caller).requiring(Permission.MANAGE_GUILD);
            var template = required(guild, code);
            store.delete(code);
            return template;
        });
    }

    /// Makes a guild that the caller owns.
    public GuildSnapshot found(Caller caller, String code, String name) {
        var template = of(code);
        var building = new Building(template.plan(), ids);
        return founding.foundAs(caller, name, (sql, id) -> {
            if (!TemplateStore.use(sql, code)) {
                throw Refusal.unknown(Thing.TEMPLATE);
            }
            return building.begin(sql, id);
        });
    }

    private Template change(Caller caller, GuildId guild, String code, UnaryOperator<Template> change) {
        return guilds.write(guild, writing -> {
            writing.as(caller).requiring(Permission.MANAGE_GUILD);
            var after = change.apply(required(guild, code));
            store.save(after);
            return after;
        });
    }

    private Template required(GuildId guild, String code) {
        return found(code).filter(it -> it.guild().equals(guild)).orElseThrow(() -> Refusal.unknown(Thing.TEMPLATE));
    }

    private Optional<Template> found(String code) {
        return CODE.matcher(code).matches() ? store.find(code) : Optional.empty();
    }

    private Plan plan(GuildId guild) {
        return Survey.of(guilds.snapshot(guild), channels.in(guild));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String code() {
        var code = new StringBuilder(CODE_CHARS);
        for (int i = 0; i < CODE_CHARS; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
