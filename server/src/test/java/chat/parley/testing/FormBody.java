package chat.parley.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A `multipart/form-data` body.
public final class FormBody {
    private static final String BOUNDARY = "----parley-test";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public FormBody json(String name, String json) {
        return part("name=\"" + name + "\"", "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public FormBody field(String name, String text) {
        return part("name=\"" + name + "\"", "", text.getBytes(StandardCharsets.UTF_8));
    }

    public FormBody file(String name, String filename, byte[] bytes) {
        String quoted = filename.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
        return part("name=\"" + name + "\"; filename=\"" + quoted + "\"", "application/octet-stream", bytes);
    }

    private FormBody part(String disposition, String type, byte[] bytes) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
        write((type.isEmpty() ? "" : "Content-Type: " + type + "\r\n") + "\r\n");
        out.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    public String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
