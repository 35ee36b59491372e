import { resolve } from "node:path";
import { rolldown } from "rolldown";
import { expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { inBrowser } from "./chromium.ts";

inBrowser("the API", (open) => {
  it("advises and renders in a real browser as the program does", async () => {
    const build = await rolldown({ input: resolve("dist/api/browser.js"), platform: "browser" });
    const { output } = await build.generate({ format: "iife", name: "api", codeSplitting: false });
    const { page, requests, complaints } = await open("<!doctype html><title>API</title>");
    await page.addScriptTag({ content: output[0].code });
    const advice = await page.evaluate(`(async () => {
      const pack = await api.loadPack();
      const advice = api.advise(pack, api.parseAnswers(pack, { bookstore: "engineering", mba: "planned" }));
      return { advice, html: api.renderHtml(pack, advice).length, text: api.renderText(pack, advice) };
    })()`);
    const same = advise(builtIn, { bookstore: ["engineering"], mba: ["planned"] });
    expect(advice).toMatchObject({ advice: JSON.parse(JSON.stringify(same)), html: expect.any(Number) });
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });
});
