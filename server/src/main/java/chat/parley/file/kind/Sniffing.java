package chat.parley.file.kind;

import chat.parley.file.kind.FileKind.Family;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells what a file is by how it begins. The name decides only between kinds of text that look alike.
public final class Sniffing {
    /// How much of a file's beginning is looked at.
    public static final int HEAD_BYTES = 4_096;

    private static final FileKind PLAIN = new FileKind("text/plain; charset=utf-8", Family.TEXT);

    private record Magic(int at, byte[] bytes, FileKind kind) {
        boolean fits(byte[] head) {
            if (head.length < at + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (head[at + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Magic> MAGIC = List.of(
            magic(0, "\u0089PNG\r\n\u001a\n", "image/png", Family.PICTURE),
            magic(0, "\u00ff\u00d8\u00ff", "image/jpeg", Family.PICTURE),
            magic(0, "GIF87a", "image/gif", Family.PICTURE),
            magic(0, "GIF89a", "image/gif", Family.PICTURE),
            magic(8, "WEBPVP8", "image/webp", Family.PICTURE),
            magic(8, "WAVE", "audio/wav", Family.AUDIO),
            magic(8, "AVI ", "video/x-msvideo", Family.OTHER),
            magic(4, "ftypavi", "image/avif", Family.PICTURE),
            magic(4, "ftyphei", "image/heic", Family.FOREIGN_PICTURE),
            magic(4, "ftyphev", "image/heic", Family.FOREIGN_PICTURE),
            magic(4, "ftypmif1", "image/heif", Family.FOREIGN_PICTURE),
            magic(4, "ftypM4A", "audio/mp4", Family.AUDIO),
            magic(4, "ftypqt", "video/quicktime", Family.VIDEO),
            magic(4, "ftyp", "video/mp4", Family.VIDEO),
            magic(0, "\u001aE\u00df\u00a3", "video/webm", Family.VIDEO),
            magic(0, "OggS", "audio/ogg", Family.AUDIO),
            magic(0, "fLaC", "audio/flac", Family.AUDIO),
            magic(0, "ID3", "audio/mpeg", Family.AUDIO),
            magic(0, "\u00ff\u00fb", "audio/mpeg", Family.AUDIO),
            magic(0, "\u00ff\u00f3", "audio/mpeg", Family.AUDIO),
            magic(0, "\u00ff\u00f1", "audio/aac", Family.AUDIO),
            magic(0, "%PDF-", "application/pdf", Family.ACTIVE),
            magic(0, "PK\u0003\u0004", "application/zip", Family.OTHER),
            magic(0, "7z\u00bc\u00af'\u001c", "application/x-7z-compressed", Family.OTHER),
            magic(0, "Rar!", "application/vnd.rar", Family.OTHER),
            magic(0, "\u001f\u008b", "application/gzip", Family.OTHER),
            magic(0, "(\u00b5/\u00fd", "application/zstd", Family.OTHER),
            magic(0, "\u00fd7zXZ", "application/x-xz", Family.OTHER),
            magic(0, "MZ", "application/vnd.microsoft.portable-executable", Family.OTHER),
            magic(0, "\u007fELF", "application/x-elf", Family.OTHER),
            magic(0, "\u0000asm", "application/wasm", Family.OTHER),
            magic(257, "ustar", "application/x-tar", Family.OTHER));

    /// How active text begins, once blanks and comments are passed.
    private static final Map<String, String> ACTIVE = Map.ofEntries(
            Map.entry("<!doctype html", "text/html"),
            Map.entry("<html", "text/html"),
            Map.entry("<head", "text/html"),
            Map.entry("<body", "text/html"),
            Map.entry("<script", "text/html"),
            Map.entry("<iframe", "text/html"),
            Map.entry("<img", "text/html"),
            Map.entry("<div", "text/html"),
            Map.entry("<!doctype svg", "image/svg+xml"),
            Map.entry("<svg", "image/svg+xml"),
            Map.entry("<?xml", "application/xml"),
            Map.entry("<math", "application/xml"));

    private static final Map<String, FileKind> TEXT_BY_NAME = Map.ofEntries(
            Map.entry("html", active("text/html")),
            Map.entry("htm", active("text/html")),
            Map.entry("xhtml", active("application/xhtml+xml")),
            Map.entry("svg", active("image/svg+xml")),
            Map.entry("xml", active("application/xml")),
            Map.entry("xsl", active("application/xml")),
            Map.entry("js", active("text/javascript")),
            Map.entry("mjs", active("text/javascript")),
            Map.entry("css", active("text/css")),
            Map.entry("json", new FileKind("application/json; charset=utf-8", Family.TEXT)),
            Map.entry("csv", new FileKind("text/csv; charset=utf-8", Family.TEXT)),
            Map.entry("md", new FileKind("text/markdown; charset=utf-8", Family.TEXT)));

    private Sniffing() {}

    /// @param head the file's first [#HEAD_BYTES], or all of it
    /// @param name whose ending is only asked of text
    public static FileKind of(byte[] head, String name) {
        for (var magic : MAGIC) {
            if (magic.fits(head)) {
                return refined(magic.kind(), head);
            }
        }
        if (!Utf8.looksLike(head)) {
            return FileKind.UNKNOWN;
        }
        String active = ACTIVE.get(opening(new String(head, StandardCharsets.UTF_8)));
        if (active != null) {
            return active(active);
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TEXT_BY_NAME.getOrDefault(ending, PLAIN);
    }

    /// Containers that hold sound as well as pictures name their codecs at the beginning.
    private static FileKind refined(FileKind kind, byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return switch (kind.type()) {
            case "video/webm" -> {
                if (text.contains("A_") && !text.contains("V_")) {
                    yield new FileKind("audio/webm", Family.AUDIO);
                }
                yield text.contains("matroska") ? new FileKind("video/x-matroska", Family.OTHER) : kind;
            }
            // Its first kind is a general one; the others stand behind it.
            case "image/heif" -> brands(text).contains("avif") ? new FileKind("image/avif", Family.PICTURE) : kind;
            case "audio/ogg" -> text.contains("theora") ? new FileKind("video/ogg", Family.VIDEO) : kind;
            default -> kind;
        };
    }

    private static String brands(String head) {
        return head.substring(0, Math.min(head.length(), Math.max(8, head.charAt(2) << 8 | head.charAt(3))));
    }

    /// The one of [#ACTIVE] that the text begins with, or nothing.
    private static String opening(String text) {
        String rest = text.strip().replaceFirst("^\uFEFF", "");
        while (rest.startsWith("<!--")) {
            int end = rest.indexOf("-->");
            rest = end < 0 ? "" : rest.substring(end + 3).strip();
        }
        String lowered = rest.substring(0, Math.min(rest.length(), 64)).toLowerCase(Locale.ROOT);
        return ACTIVE.keySet().stream().filter(lowered::startsWith).findFirst().orElse("");
    }

    private static FileKind active(String type) {
        return new FileKind(type, Family.ACTIVE);
    }

    private static Magic magic(int at, String bytes, String type, Family family) {
        return new Magic(at, bytes.getBytes(StandardCharsets.ISO_8859_1), new FileKind(type, family));
    }
}
