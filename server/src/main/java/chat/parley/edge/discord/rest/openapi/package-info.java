/// The API told about itself: an OpenAPI 3.1 document made from the route table and the records of `shape`, so that it
/// cannot drift from them, and a page to read it in a browser.
@NullMarked
package chat.parley.edge.discord.rest.openapi;

import org.jspecify.annotations.NullMarked;
