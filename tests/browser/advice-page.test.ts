import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { withFiveRoles, withoutExtras, withTexts } from "../report/html/packs.ts";
import { inBrowser, reportFor } from "./chromium.ts";
import { contrastFindings, findings, overflow } from "./findings.ts";

const exampleWith = (isWanted: (paths: number) => boolean): Answers =>
  builtIn.examples.find(({ answers }) => isWanted(advise(builtIn, answers).paths.length))?.answers ?? {};
const decided = exampleWith((paths) => paths === 0);
const undecided = exampleWith((paths) => paths > 0);
const widths = [360, 768, 1200] as const;
/** The page of 1.0.0 took 23,000 pixels. */
const mostHeight = 11_500;

inBrowser("a page", (open) => {
  const kinds: readonly (readonly [name: string, pack: Pack, answers: Answers])[] = [
    ["a decided report", builtIn, decided],
    ["an undecided call with both paths", builtIn, undecided],
    ["a tie of five roles", withFiveRoles(), {}],
    ["a pack with nothing extra, from right to left", { ...withoutExtras(), lang: "he" }, decided],
  ];

  describe.each(kinds)("of %s", (_, pack, answers) => {
    it("has nothing for axe to find, in light and dark, with everything unfolded", async () => {
      const { page } = await open(reportFor(pack, answers), { bypassCSP: true });
      await unfold(page);
      await page.locator("select").first().selectOption({ index: 1 });
      expect(await findings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await contrastFindings(page)).toEqual([]);
    });

    it("asks for nothing, complains of nothing, and fits every width, folded and unfolded", async () => {
      const { page, requests, complaints } = await open(reportFor(pack, answers));
      for (const width of widths) expect(await overflow(page, width)).toBe(0);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(mostHeight);
      await unfold(page);
      for (const width of widths) expect(await overflow(page, width)).toBe(0);
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    });
  });

  it("asks for nothing where it is served, not even an icon", async () => {
    const { page } = await open("");
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.route("**", (route) => route.fulfill({ contentType: "text/html", body: reportFor(builtIn, decided) }));
    await page.goto("http://report.example/");
    await page.locator("select").first().selectOption({ index: 1 });
    expect(requests).toEqual(["http://report.example/"]);
  });

  it("shows its charts where no style and no script are let through", async () => {
    const { page } = await open("");
    const headers = { "content-security-policy": "default-src 'none'; style-src 'self'" };
    const body = reportFor(builtIn, decided);
    await page.route("**", (route) => route.fulfill({ contentType: "text/html", body, headers }));
    await page.goto("http://builds.example/");
    const bars = await page.locator(".points rect:last-child").evaluateAll((rects) =>
      rects.map((rect) => ({
        width: Math.round(rect.getBoundingClientRect().width),
        fill: getComputedStyle(rect).fill,
      })),
    );
    expect(bars[0]?.width).toBeGreaterThan(bars[1]?.width ?? 0);
    expect(new Set(bars.map(({ fill }) => fill)).size).toBe(2);
    expect(bars.map(({ fill }) => fill)).not.toContain("rgb(0, 0, 0)");
  });

  it("shows its charts in forced colours", async () => {
    const { page } = await open(reportFor(builtIn, decided), { forcedColors: "active" });
    const [color, fill, track] = await page.evaluate(() => [
      getComputedStyle(document.body).color,
      ...["rect:last-child", "rect.track"].map((one) => {
        const bar = document.querySelector(`.points ${one}`) ?? document.body;
        return getComputedStyle(bar).fill;
      }),
    ]);
    expect(fill).toBe(color);
    expect(track).not.toBe(color);
  });

  it.each([
    ["tags and handlers", `<script>alert(1)</script>"><img src=x onerror=alert(1)><svg onload=alert(1)></script>`],
    ["a link that is a script, and text turned round", "javascript:alert(1) \u202eright to left"],
    ["one word of 10,000 letters", "x".repeat(10_000)],
  ])("runs nothing of a hostile pack, and keeps its layout: %s", async (_, text) => {
    const { page, requests, complaints } = await open(reportFor(withTexts(text), decided));
    await page.locator("select").first().selectOption({ index: 1 });
    for (const width of widths) expect(await overflow(page, width)).toBe(0);
    expect(await page.locator("img, iframe, object, script:not([id]) ~ script").count()).toBe(0);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  it("lets its policy stop a script that got in all the same", async () => {
    const html = reportFor(builtIn, decided).replace("</main>", "<script>document.title = 'ran'</script></main>");
    const { page, complaints } = await open(html);
    expect(await page.title()).not.toBe("ran");
    expect(complaints.join()).toContain("Content Security Policy");
  });

  it("has the what-if beside the verdict on a wide screen, and in reach on a narrow one", async () => {
    const { page } = await open(reportFor(builtIn, decided), { viewport: { width: 1200, height: 800 } });
    const isInView = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0);
    };
    expect([await isInView("#verdict"), await isInView("#form select")]).toEqual([true, true]);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator("#form").waitFor({ state: "hidden" });
    for (const part of ["#verdict", "#trust", "#mind"]) {
      await page.locator(part).scrollIntoViewIfNeeded();
      expect(await isInView("#panel > summary")).toBe(true);
    }
    await page.locator("#panel > summary").click();
    expect(await isInView("#form select")).toBe(true);
  });

  it("unfolds a source that is followed, and everything by one button", async () => {
    const { page } = await open(reportFor(builtIn, decided));
    expect(await page.locator("#source-1").isVisible()).toBe(false);
    await page.locator(".cite a").first().click();
    expect(await page.locator("#source-1").isVisible()).toBe(true);
    await page.locator("[data-unfold]").click();
    expect(await page.locator("#report details:not([open])").count()).toBe(0);
  });

  it("can be used with the keyboard alone, and hides the focus behind nothing", async () => {
    for (const [width, pack] of [
      [360, builtIn],
      [1200, withFiveRoles()],
    ] as const) {
      const options = { viewport: { width, height: 800 }, reducedMotion: "reduce" } as const;
      const { page } = await open(reportFor(pack, decided), options);
      const before = await page.locator("#verdict").textContent();
      for (const key of ["Tab", "Enter"]) await page.keyboard.press(key);
      await tabTo(page, "select");
      for (const key of Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? "Home" : "Tab"))) {
        await page.keyboard.press(key);
        expect(await focusAt(page)).toMatchObject({ hasOutline: true, isOnTop: true });
      }
      expect(await page.locator("#verdict").textContent()).not.toBe(before);
      await tabTo(page, "#panel [data-back]", "Shift+Tab");
      await page.keyboard.press("Enter");
      expect(await page.locator("#verdict").textContent()).toBe(before);
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press("Shift+Tab");
        expect(await focusAt(page)).toMatchObject({ hasOutline: true, isOnTop: true });
      }
    }
  });

  it("is complete without scripts, and says what they would add", async () => {
    const { page } = await open(reportFor(builtIn, decided), { javaScriptEnabled: false });
    expect(await page.locator("noscript").textContent()).toContain("With JavaScript");
    expect(await page.locator("button:visible, select:visible").count()).toBe(0);
    await page.locator("#answers > summary").click();
    expect(await page.locator("#answers dd:visible").count()).toBe(builtIn.questions.length);
  });

  it("moves nothing for a reader who asked for less motion", async () => {
    const { page } = await open(reportFor(builtIn, decided), { reducedMotion: "reduce" });
    const motion = () =>
      page.evaluate(() => [
        getComputedStyle(document.querySelector(".points rect:last-child") ?? document.body).transitionDuration,
        getComputedStyle(document.documentElement).scrollBehavior,
      ]);
    expect(await motion()).toEqual(["0s", "auto"]);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await motion()).toEqual([expect.stringContaining("0.3s"), "smooth"]);
  });

  it("prints on at most two A4 pages, dark ink on white; what is unfolded prints too", async () => {
    for (const { answers } of builtIn.examples) {
      const { page } = await open(reportFor(builtIn, answers), { colorScheme: "dark" });
      expect(await pagesOf(page)).toBeLessThanOrEqual(2);
      await page.context().close();
    }
    const { page } = await open(reportFor(builtIn, undecided), { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("select:visible, button:visible, .folds summary:visible").count()).toBe(0);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).color)).toBe("rgb(34, 32, 28)");
    await unfold(page);
    expect(await pagesOf(page)).toBeGreaterThan(3);
  });
});

async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/** Whether the focus can be seen, and is not below something else. */
function focusAt(page: Page) {
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const { left, top, width, height } = focused.getClientRects()[0] ?? new DOMRect();
    const above = document.elementFromPoint(left + width / 2, top + height / 2);
    return {
      name: `${focused.tagName} ${focused.textContent?.slice(0, 40)}`,
      hasOutline: focused === document.body || getComputedStyle(focused).outlineStyle !== "none",
      isOnTop: focused.contains(above),
    };
  });
}

async function tabTo(page: Page, selector: string, key = "Tab"): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`no way to ${selector} by ${key}`);
}
