package breach.edge.discord.gateway;

import breach.edge.discord.rest.Outer;

/// An edge that imports another.
public record Sideways(Outer outer) {}
