import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Answers } from "../../src/advice/scorecard.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { withFiveRoles, withoutExtras, withTexts } from "../report/html/packs.ts";
import { inBrowser, reportFor } from "./chromium.ts";
import { findings, overflow } from "./findings.ts";

const exampleOf = (name: string): Answers => builtIn.examples.find((one) => one.name === name)?.answers ?? {};
const own = exampleOf("architect");
const widths = [360, 768, 1440] as const;

inBrowser("a page", (open) => {
  const kinds: readonly (readonly [name: string, pack: Pack, answers: Answers])[] = [
    ["a clear report", builtIn, own],
    ["a close call with both ways", builtIn, exampleOf("reader-a")],
    ["an early call", builtIn, exampleOf("student")],
    ["a tie", builtIn, { interest: ["both"] }],
    ["five roles", withFiveRoles(), own],
    ["a pack with nothing extra", withoutExtras(), own],
  ];

  describe.each(kinds)("of %s", (_, pack, answers) => {
    it.each(["light", "dark"] as const)("has nothing for axe to find: %s", async (colorScheme) => {
      const { page } = await open(reportFor(pack, answers), { colorScheme, bypassCSP: true });
      expect(await findings(page)).toEqual([]);
      await page.locator("select").first().selectOption({ index: 1 });
      expect(await findings(page)).toEqual([]);
    });

    it("asks for nothing, complains of nothing, and fits every width", async () => {
      const { page, requests, complaints } = await open(reportFor(pack, answers));
      for (const width of widths) expect(await overflow(page, width)).toBe(0);
      await page.locator("select").first().selectOption({ index: 1 });
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    });
  });

  it("asks for nothing where it is served, not even an icon", async () => {
    const { page } = await open("");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.route("**", (route) => route.fulfill({ contentType: "text/html", body: reportFor(builtIn, own) }));
    await page.goto("http://report.example/");
    await page.locator("select").first().selectOption({ index: 1 });
    expect(requests).toEqual(["http://report.example/"]);
  });

  it.each([
    ["a script", "<script>alert(1)</script>"],
    ["an image with a handler", '"><img src=x onerror=alert(1)>'],
    ["a drawing with a handler", "<svg onload=alert(1)>"],
    ["the end of a script", "</script><script>alert(1)</script>"],
    ["a link that is a script", "javascript:alert(1)"],
    ["text turned round", "\u202eright to left"],
    ["one word of 10,000 letters", "x".repeat(10_000)],
    ["10,000 letters in words", "wide words ".repeat(900)],
  ])("runs nothing of a hostile pack, and keeps its layout: %s", async (_, text) => {
    const { page, requests, complaints } = await open(reportFor(withTexts(text), own));
    await page.locator("select").first().selectOption({ index: 1 });
    for (const width of widths) expect(await overflow(page, width)).toBe(0);
    expect(await page.locator("img, iframe, object, script:not([id]) ~ script").count()).toBe(0);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  it("lets its policy stop a script that got in all the same", async () => {
    const html = reportFor(builtIn, own).replace("</main>", "<script>document.title = 'ran'</script></main>");
    const { page, complaints } = await open(html);
    expect(await page.title()).not.toBe("ran");
    expect(complaints.join()).toContain("Content Security Policy");
  });

  it("can be used with the keyboard alone", async () => {
    const { page } = await open(reportFor(builtIn, own));
    const before = await page.locator("h1").textContent();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, "select");
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Home");
      await tabTo(page, "select");
    }
    expect(await page.locator("h1").textContent()).not.toBe(before);
    await tabTo(page, "[data-back]", "Shift+Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator("h1").textContent()).toBe(before);
  });

  const stops = widths.flatMap((width) => [[2, width, builtIn] as const, [5, width, withFiveRoles()] as const]);

  it.each(stops)(
    "shows the focus at every stop, and hides it behind nothing: %i roles, %i wide",
    async (_, width, pack) => {
      const viewport = { width, height: 800 };
      const { page } = await open(reportFor(pack, own), { viewport, reducedMotion: "reduce" });
      const keys = ["Tab", "Shift+Tab"].flatMap((key) => Array.from({ length: 90 }, () => key));
      for (const [i, key] of keys.entries()) {
        // Most of the way through the report and its sources, then on to the controls, and back up.
        if (i === 20) await page.locator(".outcome button").focus();
        await page.keyboard.press(key);
        const stop = await page.evaluate(() => {
          const focused = document.activeElement ?? document.body;
          const { outlineStyle } = getComputedStyle(focused);
          const { left, top, width, height } = focused.getClientRects()[0] ?? new DOMRect();
          const above = document.elementFromPoint(left + width / 2, top + height / 2);
          return {
            name: `${focused.tagName} ${focused.textContent?.slice(0, 40)}`,
            hasOutline: outlineStyle !== "none",
            isOnTop: focused.contains(above),
          };
        });
        if (stop.name.startsWith("BODY")) continue;
        expect({ ...stop, i }).toEqual({ name: stop.name, hasOutline: true, isOnTop: true, i });
      }
    },
  );

  it("is complete without scripts, and says what they would add", async () => {
    const { page } = await open(reportFor(builtIn, own), { javaScriptEnabled: false });
    expect(await page.locator("noscript").textContent()).toContain("What-if needs JavaScript");
    expect(await page.locator("#given dd:visible").count()).toBe(builtIn.questions.length);
    expect(await page.locator("button:visible, select:visible").count()).toBe(0);
  });

  it("moves nothing for a reader who asked for less motion", async () => {
    const durations = async (reducedMotion: "reduce" | "no-preference") => {
      const { page } = await open(reportFor(builtIn, own), { reducedMotion });
      return page.evaluate(() => [
        getComputedStyle(document.querySelector(".points rect:last-child") ?? document.body).transitionDuration.split(
          ", ",
        )[0],
        getComputedStyle(document.documentElement).scrollBehavior,
      ]);
    };
    expect(await durations("reduce")).toEqual(["0s", "auto"]);
    expect(await durations("no-preference")).toEqual(["0.3s", "smooth"]);
  });

  it.each(["A4", "Letter"])(
    "prints on %s: the answers instead of their controls, dark ink on white",
    async (format) => {
      const { page } = await open(reportFor(builtIn, own), { colorScheme: "dark" });
      expect((await page.pdf({ format })).subarray(0, 5).toString()).toBe("%PDF-");
      await page.emulateMedia({ media: "print" });
      expect(await page.locator("select:visible, button:visible, nav:visible").count()).toBe(0);
      expect(await page.locator("#given dd:visible").count()).toBe(builtIn.questions.length);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe("rgb(34, 32, 28)");
    },
  );
});

async function tabTo(page: Page, selector: string, key = "Tab"): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`no way to ${selector} by ${key}`);
}
