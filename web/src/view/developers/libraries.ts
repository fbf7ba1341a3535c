export const LIBRARIES = ["discord.js", "JDA", "discord.py"] as const;

/** What a bot's program has to say besides its token; everything else is as for Discord. */
export function linesFor(library: (typeof LIBRARIES)[number], origin: string): string {
  const socket = `${origin.replace(/^http/, "ws")}/gateway`;
  switch (library) {
    case "discord.js":
      return `import { Client, GatewayIntentBits } from "discord.js";

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: "${origin}/api", cdn: "${origin}/cdn" },
});
client.login(process.env.TOKEN);`;
    case "JDA":
      return `var jda = JDABuilder.createDefault(System.getenv("TOKEN"))
    .setRestConfig(new RestConfig().setBaseUrl("${origin}/api/v10/"))
    .setSessionController(new ConcurrentSessionController() {
        @Override
        public String getGateway() {
            return "${socket}";
        }
    })
    .build();

// With shards the base URL alone is enough:
DefaultShardManagerBuilder.createDefault(System.getenv("TOKEN"))
    .setRestConfig(new RestConfig().setBaseUrl("${origin}/api/v10/"))
    .build();`;
    case "discord.py":
      return `import os

import discord
import yarl

discord.http.Route.BASE = "${origin}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL("${socket}")
discord.asset.Asset.BASE = "${origin}/cdn"

client = discord.Client(intents=discord.Intents.default())
client.run(os.environ["TOKEN"])`;
  }
}
