import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Device } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { composer, message, say } from "./people.ts";
import { openRest } from "./rest.ts";

const SCRIPTS = [
  "<script>window.pwned=1</script>",
  '<img src=x onerror="window.pwned=1">',
  '<svg onload="window.pwned=1"><animate onbegin="window.pwned=1"/></svg>',
  "[click](javascript:window.pwned=1)",
  "[click](JaVaScRiPt:window.pwned=1)",
  "[click](data:text/html,<script>window.pwned=1</script>)",
  "[click](vbscript:x)",
  "<javascript:window.pwned=1>",
  '[a](https://example.org/"onmouseover="window.pwned=1)',
  "**<b onclick=window.pwned=1>**",
  "`</code><script>window.pwned=1</script>`",
  "```html\n</pre><script>window.pwned=1</script>\n```",
  "||<iframe srcdoc='<script>parent.pwned=1</script>'>||",
  "<@1><#2><@&3><t:99999999999999:R><:x:1>",
  "{{window.pwned=1}} #{window.pwned=1}",
];
const BIDI = "safe\u202Etxt.exe\u2066 \u2067 end";

/** Names, topics and messages are somebody else's text: the client must show them and do nothing. */
describe("hostile text", () => {
  let house: House;
  let ada: Device;

  beforeAll(async () => {
    house = await openHouse("<img src=x onerror=window.pwned=1>");
    ada = house.ada;
  });

  afterAll(() => house?.close());

  test("runs nothing, wherever it stands", async () => {
    const rest = await openRest(house.server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const channels = await rest.get(`/guilds/${guild.id}/channels`);
    const general = channels.find((channel: { name: string; type: number }) => channel.type === 0);
    await rest.patch(`/channels/${general.id}`, { topic: SCRIPTS.slice(0, 4).join(" ") });
    await rest.patch("/users/@me", {
      global_name: "<svg/onload=pwned=1>",
      bio: SCRIPTS.slice(0, 2).join(""),
    });
    await rest.post(`/guilds/${guild.id}/roles`, { name: "<script>pwned=1</script>", hoist: true });
    for (const text of [...SCRIPTS, BIDI])
      await rest.post(`/channels/${general.id}/messages`, { content: text });
    await message(ada.page, "safe").waitFor();
    for (const link of await ada.page.getByRole("log").getByRole("link").all()) {
      expect(await link.getAttribute("href")).toMatch(/^https?:\/\/|^\//);
    }
    await ada.page.reload();
    await message(ada.page, "safe").waitFor();
    await ada.page.getByRole("log").getByRole("button").first().click();
    expect(await ada.page.evaluate(() => "pwned" in window)).toBe(false);
    expect(await ada.page.locator("img[src=x], iframe, [onerror], [onload], [onclick]").count()).toBe(0);
  });

  test("is shown as it was written", async () => {
    await message(ada.page, "<script>window.pwned=1</script>").first().waitFor();
    await message(ada.page, "[click](javascript:window.pwned=1)").first().waitFor();
  });

  test("goes through the composer unharmed", async () => {
    await say(ada.page, SCRIPTS[1] ?? "");
    await expect.poll(() => message(ada.page, "<img src=x").count()).toBeGreaterThan(1);
    expect(await composer(ada.page).inputValue()).toBe("");
    expect(await ada.page.evaluate(() => "pwned" in window)).toBe(false);
  });

  test("meets a page that would not let a script run anyway", async () => {
    const answer = await fetch(house.server.url);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    const violated = await ada.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective), {
            once: true,
          });
          const script = document.createElement("script");
          script.textContent = "window.pwned = 1";
          document.body.append(script);
          setTimeout(() => resolve("nothing"), 1000);
        }),
    );
    expect(violated).toContain("script-src");
    expect(await ada.page.evaluate(() => "pwned" in window)).toBe(false);
  });
});
