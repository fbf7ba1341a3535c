package chat.parley.postgres;

import chat.parley.config.CannotStart;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where a PostgreSQL is and how to sign in there.
public record Server(String jdbcUrl, String user, String password) {

    /// Reads `postgresql://user:password@host:port/database?sslmode=require`.
    ///
    /// @throws CannotStart when it is no such address
    public static Server at(String url) {
        try {
            var uri = URI.create(url.replaceFirst("^jdbc:", ""));
            if (!List.of("postgresql", "postgres").contains(uri.getScheme()) || uri.getHost() == null) {
                throw new IllegalArgumentException("no PostgreSQL address");
            }
            var credentials = uri.getRawUserInfo() == null
                    ? new String[] {"parley"}
                    : uri.getRawUserInfo().split(":", 2);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Server(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    decoded(credentials[0]),
                    credentials.length > 1 ? decoded(credentials[1]) : "");
        } catch (IllegalArgumentException malformed) {
            throw new CannotStart(
                    "database_url must look like postgresql://user:password@host:5432/parley.", malformed);
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }
}
