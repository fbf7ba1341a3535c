package chat.parley.edge.cdn;

import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.file.blob.Vault;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.FileNotFoundException;
import java.util.Map;

/// A stored file, or the part of it that a player asks for.
///
/// @param type as which it is served
record Ranged(Vault vault, String blob, long size, String type) {

    /// @param headers with an ETag
    Reply reply(Call call, Map<String, String> headers) {
        headers.put("Accept-Ranges", "bytes");
        String condition = call.headers().get(HttpHeaderNames.IF_RANGE);
        boolean ranged = condition == null || condition.equals(headers.get("ETag"));
        var range = ranged ? ByteRange.of(call.headers().get(HttpHeaderNames.RANGE), size) : null;
        if (range == null) {
            return Reply.streamed(200, type, stream(0, size)).with(headers);
        }
        if (range.count() == 0) {
            return Reply.status(416).with("Content-Range", "bytes */" + size);
        }
        headers.put("Content-Range", range.said(size));
        return Reply.streamed(206, type, stream(range.from(), range.count())).with(headers);
    }

    private Reply.Stream stream(long from, long count) {
        return new Reply.Stream(count, () -> {
            var opened = vault.open(blob, from, count);
            if (opened == null) {
                throw new FileNotFoundException(blob);
            }
            return opened.stream();
        });
    }
}
