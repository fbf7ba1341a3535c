package breach.edge.discord.rest;

/// An edge.
public record Outer(int value) {}
