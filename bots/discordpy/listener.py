"""Hears every message and says so, one line each: the resume test compares them with what was written."""

import os

import discord
import yarl

url = os.environ["PARLEY_URL"]
discord.http.Route.BASE = f"{url}/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{url.replace('http', 'ws', 1)}/gateway")


def say(text):
    print(text, flush=True)


class Listener(discord.Client):
    async def on_ready(self):
        say(f"ready {discord.utils._ActiveDecompressionContext.COMPRESSION_TYPE}")

    async def on_message(self, message):
        say(f"message {message.content}")

    async def on_resumed(self):
        say("resumed 1")

    async def on_error(self, event, *_):
        say(f"error in {event}")


intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
Listener(intents=intents).run(os.environ["BOT_TOKEN"], log_handler=None)
