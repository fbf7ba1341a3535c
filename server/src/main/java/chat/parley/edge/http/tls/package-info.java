/// TLS without a proxy: the operator's certificate, read again when its files change.
@NullMarked
package chat.parley.edge.http.tls;

import org.jspecify.annotations.NullMarked;
