package chat.parley.edge.discord.rest.oauth;

import chat.parley.account.Caller;
import chat.parley.account.Users;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.Application;
import chat.parley.bot.Applications;
import chat.parley.bot.install.Installations;
import chat.parley.bot.install.OwnInstallations;
import chat.parley.bot.oauth.Asked;
import chat.parley.bot.oauth.OAuth;
import chat.parley.bot.oauth.Scope;
import chat.parley.bot.oauth.Tokens;
import chat.parley.bot.webhook.Webhook;
import chat.parley.bot.webhook.Webhooks;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.bot.ApplicationShape;
import chat.parley.edge.discord.shape.bot.WebhookShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.guild.Guilds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tokens for programs that act for people, and the people's list of them.
public final class GrantEndpoints {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Map<String, String> UNKEPT = Map.of("Cache-Control", "no-store", "Pragma", "no-cache");

    private final OAuth oauth;
    private final Applications applications;
    private final OwnInstallations own;
    private final Webhooks webhooks;
    private final Guilds guilds;
    private final Users users;

    public GrantEndpoints(
            OAuth oauth,
            Applications applications,
            OwnInstallations own,
            Webhooks webhooks,
            Guilds guilds,
            Users users) {
        this.oauth = oauth;
        this.applications = applications;
        this.own = own;
        this.webhooks = webhooks;
        this.guilds = guilds;
        this.users = users;
    }

    Reply token(Request request) {
        var form = Form.of(request);
        var application = form.client(applications);
        var shown = switch (form.one("grant_type")) {
            case "authorization_code" -> byCode(form, application);
            case "refresh_token" -> shown(oauth.refresh(application, form.one("refresh_token")));
            case "client_credentials" -> forOwner(form, application);
            default -> throw Form.refused("unsupported_grant_type", "There is no such grant.");
        };
        return Reply.json(shown).with(UNKEPT);
    }

    Reply revoke(Request request) {
        var form = Form.of(request);
        oauth.revoke(form.client(applications), form.one("token"));
        return Reply.json(Map.of()).with(UNKEPT);
    }

    /// By whom and for what the caller's token was made.
    Reply me(Request request) {
        var caller = request.caller();
        var errand = caller.errand();
        var application =
                errand == null ? applications.own(caller, caller.id()) : applications.one(errand.application());
        var scopes = errand == null ? List.of(Installations.BOT) : errand.scopes();
        var shown = new LinkedHashMap<String, Object>();
        shown.put(
                "application",
                ApplicationShape.of(application, users.find(application.id()).orElse(null)));
        shown.put("expires", errand == null ? NEVER : errand.expiresAt());
        shown.put("scopes", scopes);
        if (errand == null || scopes.contains(Scope.IDENTIFY.word())) {
            shown.put("user", UserShape.of(users.one(caller.id())));
        }
        return Reply.json(shown);
    }

    /// Every application that acts for the caller, or that they have for themselves.
    Reply list(Request request) {
        var caller = request.caller();
        var agreements = oauth.of(caller);
        var installed = own.of(caller.id());
        var ids = new LinkedHashSet<UserId>();
        agreements.forEach(it -> ids.add(it.application()));
        ids.addAll(installed);
        var known = applications.all(ids);
        var bots = users.all(ids);
        var shown = new ArrayList<Map<String, Object>>();
        for (var id : ids) {
            var application = known.get(id);
            if (application != null) {
                var scopes = new LinkedHashSet<String>();
                agreements.stream().filter(it -> it.application().equals(id)).forEach(it -> scopes.addAll(it.scopes()));
                shown.add(Map.of(
                        "id",
                        id,
                        "application",
                        ApplicationShape.of(application, bots.get(id)),
                        "scopes",
                        scopes,
                        "installed",
                        installed.contains(id)));
            }
        }
        return Reply.json(shown);
    }

    /// Nothing is left of the application with the caller.
    Reply end(Request request) {
        var application = UserId.of(request.path("application"));
        boolean installed = own.remove(request.caller(), application);
        try {
            oauth.endAll(request.caller(), application);
        } catch (Refused nothing) {
            if (!installed) {
                throw nothing;
            }
        }
        return Reply.none();
    }

    private Map<String, Object> byCode(Form form, Application application) {
        var redeemed =
                oauth.redeem(application, form.one("code"), form.one("redirect_uri"), form.find("code_verifier"));
        var hook = hook(redeemed.asked(), application);
        var shown = shown(oauth.grant(redeemed));
        var guild = redeemed.asked().guild();
        if (guild != null) {
            shown.put("guild", GuildShape.of(guilds.snapshot(guild)));
        }
        if (hook != null) {
            shown.put("webhook", WebhookShape.of(hook, null));
        }
        return shown;
    }

    /// The right was there when the person agreed; it must still be.
    private @Nullable Webhook hook(Asked asked, Application application) {
        var channel = asked.channel();
        if (channel == null) {
            return null;
        }
        try {
            var person = new Caller(asked.person(), new EntityId(asked.person().value()), false, false);
            return webhooks.create(person, channel, application.about().name(), application.id());
        } catch (Refused lost) {
            throw new Refused(new Refusal.NotGranted("invalid_grant", "The webhook cannot be made."), lost);
        }
    }

    private Map<String, Object> forOwner(Form form, Application application) {
        if (application.access().keyless()) {
            throw Form.refused("unauthorized_client", "An application without a secret cannot act for its owner.");
        }
        var scopes = List.of(form.one("scope").strip().split("[ +]+", -1)).stream()
                .distinct()
                .toList();
        for (String word : scopes) {
            if (Scope.of(word).filter(Scope::personal).isEmpty()) {
                throw Form.refused("invalid_scope", "Only scopes that read something about the owner are granted.");
            }
        }
        return shown(oauth.ofOwner(application, scopes));
    }

    private static Map<String, Object> shown(Tokens tokens) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("token_type", "Bearer");
        shown.put("access_token", tokens.access());
        shown.put("expires_in", Limits.OAUTH_ACCESS_S);
        if (tokens.refresh() != null) {
            shown.put("refresh_token", tokens.refresh());
        }
        shown.put("scope", String.join(" ", tokens.agreement().scopes()));
        return shown;
    }
}
