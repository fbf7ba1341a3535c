package chat.parley.edge.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Reads the web client from the classpath once, at start: about a megabyte. A path is then a key and never
/// touches a file system, so none can lead out of it.
final class WebFiles {
    private static final String FOLDER = "web/";
    private static final String BROTLI = ".br";
    private static final String GZIP = ".gz";

    private WebFiles() {}

    /// The assets by path (`/assets/index-Dk3.js`); empty when the program was built without the client.
    static Map<String, Asset> read(ClassLoader loader) {
        var index = loader.getResource(FOLDER + "index.html");
        if (index == null) {
            return Map.of();
        }
        try {
            return assets("jar".equals(index.getProtocol()) ? ofJar(index) : ofFolder(index));
        } catch (IOException | URISyntaxException failure) {
            throw new UncheckedIOException(new IOException("The web client cannot be read", failure));
        }
    }

    private static Map<String, Asset> assets(Map<String, byte[]> files) {
        var assets = new HashMap<String, Asset>();
        files.forEach((name, content) -> {
            if (!name.endsWith(BROTLI) && !name.endsWith(GZIP)) {
                assets.put("/" + name, Asset.of(name, content, files.get(name + BROTLI), files.get(name + GZIP)));
            }
        });
        return Map.copyOf(assets);
    }

    private static Map<String, byte[]> ofJar(URL index) throws IOException {
        var files = new HashMap<String, byte[]>();
        var connection = (JarURLConnection) index.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : jar.stream().toList()) {
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    try (var in = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(FOLDER.length()), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> ofFolder(URL index) throws IOException, URISyntaxException {
        var files = new HashMap<String, byte[]>();
        var folder = Path.of(index.toURI()).resolveSibling("");
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
