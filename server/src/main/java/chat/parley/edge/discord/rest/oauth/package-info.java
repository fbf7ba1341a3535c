/// OAuth 2 as Discord has it: the page on which somebody agrees, the tokens that programs fetch, and the
/// person's list of who may act for them.
@NullMarked
package chat.parley.edge.discord.rest.oauth;

import org.jspecify.annotations.NullMarked;
