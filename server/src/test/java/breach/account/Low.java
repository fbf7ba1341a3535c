package breach.account;

import breach.edge.discord.rest.Outer;
import breach.guild.High;

/// Imports upwards, and an edge.
public record Low(High high, Outer outer) {}
