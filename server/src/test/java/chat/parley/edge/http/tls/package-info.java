/// Files of certificates, good and bad.
@NullMarked
package chat.parley.edge.http.tls;

import org.jspecify.annotations.NullMarked;
