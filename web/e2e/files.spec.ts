import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import type { Device } from "./browser.ts";
import { type House, openHouse } from "./house.ts";
import { composer, log } from "./people.ts";
import { openRest } from "./rest.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const SCRIPT = "<script>window.top.pwned=1;alert(document.domain)</script>";

/** Files go with a message, are shown in place, and nothing in them runs. */
describe("files", () => {
  let house: House;
  let ada: Device;

  beforeAll(async () => {
    house = await openHouse("Files", { reducedMotion: "reduce" });
    ada = house.ada;
  });

  afterAll(() => house?.close());

  test("are attached, sent and shown", async () => {
    await ada.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: "dot.png", mimeType: "image/png", buffer: PNG },
        { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("hello") },
      ]);
    await ada.page.getByRole("list", { name: "Attached files" }).getByText("notes.txt").waitFor();
    await composer(ada.page).fill("look at these");
    await composer(ada.page).press("Enter");
    const picture = log(ada.page).getByRole("button", { name: "dot.png" }).locator("img");
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    await log(ada.page).getByRole("link", { name: "Download notes.txt" }).waitFor();
    await picture.click();
    await ada.page.getByRole("dialog", { name: "dot.png" }).waitFor();
    await ada.page.keyboard.press("Escape");
    expect(ada.faults).toEqual([]);
  });

  test("run nothing, opened as a page or framed", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;
    await ada.page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: "evil.svg", mimeType: "image/svg+xml", buffer: Buffer.from(svg) },
        { name: "evil.png", mimeType: "image/png", buffer: Buffer.from(`<!doctype html>${SCRIPT}`) },
        { name: "evil.txt", mimeType: "text/plain", buffer: Buffer.from(`text\n${SCRIPT}`) },
      ]);
    await composer(ada.page).press("Enter");
    const links = log(ada.page).getByRole("link", { name: /^Download evil/ });
    await expect.poll(() => links.count()).toBe(3);
    for (const link of await links.all()) {
      const address = `${house.server.url}${await link.getAttribute("href")}`;
      const page = await ada.context.newPage();
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      // A download is no page: the navigation ends without one.
      await page.goto(address).catch(() => undefined);
      expect(dialogs).toEqual([]);
      await page.close();
    }
    expect(await ada.page.evaluate("window.pwned")).toBeUndefined();
  });

  test("are named and described before and after they are sent", async () => {
    await attach(ada.page, { name: "IMG_1.png", mimeType: "image/png", buffer: PNG });
    await ada.page.getByRole("button", { name: "Edit IMG_1.png" }).click();
    const dialog = ada.page.getByRole("dialog", { name: "Edit file" });
    await dialog.getByLabel("File name").fill("sunset.png");
    await dialog.getByLabel(/^Description/).fill("A red dot");
    expect(await violations(ada.page)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    await composer(ada.page).press("Enter");
    await log(ada.page).getByRole("button", { name: "A red dot", exact: true }).waitFor();
    await log(ada.page).getByRole("button", { name: "ALT, edit the description of sunset.png" }).click();
    await dialog.getByLabel(/^Description/).fill("A dot as red as the sun");
    await dialog.getByRole("button", { name: "Save" }).click();
    await log(ada.page).getByRole("button", { name: "A dot as red as the sun", exact: true }).waitFor();
    expect(await violations(ada.page)).toEqual([]);
  });

  test("that are taken out are not sent", async () => {
    await attach(
      ada.page,
      { name: "stays.txt", mimeType: "text/plain", buffer: Buffer.from("x") },
      { name: "goes.bin", mimeType: "application/octet-stream", buffer: Buffer.alloc(6_000_000) },
    );
    await ada.page.getByRole("button", { name: "Remove goes.bin" }).click();
    await composer(ada.page).press("Enter");
    await log(ada.page).getByRole("link", { name: "Download stays.txt" }).waitFor();
    expect(await log(ada.page).getByRole("link", { name: "Download goes.bin" }).count()).toBe(0);
  });

  test("that are films keep their shape and play", async () => {
    const film = await ada.page.evaluate(record);
    await attach(ada.page, {
      name: "film.webm",
      mimeType: "video/webm",
      buffer: Buffer.from(film, "base64"),
    });
    await composer(ada.page).press("Enter");
    const video = log(ada.page).getByLabel("film.webm");
    await video.waitFor();
    await expect.poll(() => video.evaluate((it) => (it as HTMLVideoElement).videoWidth)).toBe(160);
    expect(await video.evaluate((it) => (it as HTMLElement).style.aspectRatio)).toBe("160 / 96");
    expect(ada.faults).toEqual([]);
  });

  test("that are pictures of people are cut by pointer and by keyboard", async () => {
    const { page } = ada;
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    await page
      .getByRole("dialog", { name: "Settings" })
      .getByText("Profile", { exact: true })
      .first()
      .click();
    const wide = await page.evaluate(draw);
    await page
      .getByLabel("Choose a picture")
      .first()
      .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: Buffer.from(wide, "base64") });
    const dialog = page.getByRole("dialog", { name: "Choose a picture" });
    const frame = dialog.getByRole("button", { name: "Move the picture" });
    const left = () =>
      frame.locator("img").evaluate((it) => Number.parseFloat((it as HTMLElement).style.left));
    await expect.poll(left).toBe(-50);
    const box = await frame.boundingBox();
    if (!box) throw new Error("no frame");
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 140, box.y + 100, { steps: 4 });
    await page.mouse.up();
    await expect.poll(left).toBeGreaterThan(-45);
    await frame.focus();
    for (let i = 0; i < 30; i++) await page.keyboard.press("ArrowRight");
    await expect.poll(left).toBe(0);
    await page.keyboard.press("+");
    await dialog.getByRole("slider", { name: "Zoom" }).press("ArrowRight");
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    // The left of what was drawn is red.
    const colour = () =>
      page.evaluate(async () => {
        const picture = document.querySelector<HTMLImageElement>('img[src^="/cdn/avatars/"]');
        await picture?.decode();
        const canvas = document.createElement("canvas");
        const context = canvas.getContext("2d");
        if (picture) context?.drawImage(picture, 0, 0, 10, 10);
        return [...(context?.getImageData(5, 5, 1, 1).data ?? [])];
      });
    await expect.poll(async () => (await colour())[0]).toBeGreaterThan(200);
    expect((await colour())[2]).toBeLessThan(60);
    await page.keyboard.press("Escape");
  });

  test("that are drawings move as stickers, and none reaches out", async () => {
    const { page } = ada;
    const rest = await openRest(house.server.url, "ada");
    const [guild] = await rest.get("/users/@me/guilds");
    const send = (json: unknown) => {
      const form = new FormData();
      for (const [name, text] of Object.entries({ name: "spin", description: "", tags: "spin" }))
        form.append(name, text);
      form.append("file", new Blob([JSON.stringify(json)]), "spin.json");
      return rest.form(`/guilds/${guild.id}/stickers`, form);
    };
    const sticker = await send(DRAWING);
    expect(sticker.format_type).toBe(3);
    await expect(
      send({ ...DRAWING, assets: [{ id: "a", u: "https://example.org/", p: "a.png" }] }),
    ).rejects.toThrow("50035");
    const channels = await rest.get(`/guilds/${guild.id}/channels`);
    const general = channels.find((one: { type: number }) => one.type === 0);
    await rest.post(`/channels/${general.id}/messages`, { sticker_ids: [sticker.id] });
    await page.goto(`${house.server.url}/channels/${guild.id}/${general.id}`);
    const drawn = log(page).getByRole("img", { name: "spin" });
    await drawn.locator("svg path").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(ada.faults).toEqual([]);
  });
});

/** A drawing of a red square. */
const DRAWING = {
  v: "5.7.0",
  fr: 30,
  ip: 0,
  op: 60,
  w: 320,
  h: 320,
  assets: [] as unknown[],
  layers: [
    {
      ty: 4,
      ip: 0,
      op: 60,
      st: 0,
      ks: {
        o: { a: 0, k: 100 },
        r: { a: 0, k: 0 },
        p: { a: 0, k: [160, 160, 0] },
        a: { a: 0, k: [0, 0, 0] },
        s: { a: 0, k: [100, 100, 100] },
      },
      shapes: [
        {
          ty: "gr",
          it: [
            { ty: "rc", d: 1, s: { a: 0, k: [200, 200] }, p: { a: 0, k: [0, 0] }, r: { a: 0, k: 0 } },
            { ty: "fl", c: { a: 0, k: [1, 0, 0, 1] }, o: { a: 0, k: 100 } },
            {
              ty: "tr",
              p: { a: 0, k: [0, 0] },
              a: { a: 0, k: [0, 0] },
              s: { a: 0, k: [100, 100] },
              r: { a: 0, k: 0 },
              o: { a: 0, k: 100 },
            },
          ],
        },
      ],
    },
  ],
};

type Files = Parameters<Locator["setInputFiles"]>[0] & unknown[];

async function attach(page: Page, ...files: Files) {
  await page.locator('input[type="file"][aria-label="Attach files"]').setInputFiles(files);
  for (const file of files as { name: string }[])
    await page.getByRole("list", { name: "Attached files" }).getByText(file.name).waitFor();
}

/** In the page: a picture twice as wide as high, the left half red, the right blue, in Base64. */
function draw() {
  const canvas = document.createElement("canvas");
  canvas.width = 800;
  canvas.height = 400;
  const context = canvas.getContext("2d");
  if (context) {
    context.fillStyle = "#f00";
    context.fillRect(0, 0, 400, 400);
    context.fillStyle = "#00f";
    context.fillRect(400, 0, 400, 400);
  }
  return canvas.toDataURL("image/png").split(",")[1] ?? "";
}

/** In the page: half a second of film, in Base64. */
async function record() {
  const canvas = document.createElement("canvas");
  canvas.width = 160;
  canvas.height = 96;
  const context = canvas.getContext("2d");
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm" });
  const pieces: Blob[] = [];
  recorder.ondataavailable = (event) => pieces.push(event.data);
  recorder.start();
  for (let i = 0; i < 15; i++) {
    if (context) context.fillStyle = `hsl(${i * 20} 80% 50%)`;
    context?.fillRect(0, 0, 160, 96);
    await new Promise((resolve) => setTimeout(resolve, 33));
  }
  await new Promise((resolve) => {
    recorder.onstop = resolve;
    recorder.stop();
  });
  const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer());
  return btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(""));
}
