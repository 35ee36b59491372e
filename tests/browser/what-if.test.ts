import fc from "fast-check";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { randomFrom } from "../../src/advice/random.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { answerLabel } from "../../src/report/advice-sentences.ts";
import { renderReport } from "../../src/report/html/page-parts.ts";
import { cases } from "../advice/packs.ts";
import { inBrowser, reportFor } from "./chromium.ts";

const [first] = builtIn.examples;
const own = first?.answers ?? {};

inBrowser("what if", (open) => {
  it("equals the program on random sets of answers, and on packs of two to five roles", async () => {
    const random = randomFrom(7);
    const made = fc.sample(cases({ roles: fc.integer({ min: 2, max: 5 }), mostQuestions: 6 }), { seed: 8, numRuns: 6 });
    for (const [pack, given, sets] of [
      [builtIn, own, 16] as const,
      ...made.map(({ pack, answers }) => [pack, answers, 4] as const),
    ]) {
      const { page, complaints } = await open(reportFor(pack, given));
      const wanted = [given];
      for (let i = 0; i < sets; i++) wanted.push(randomAnswers(pack, random, i === 0 ? {} : (wanted.at(-1) ?? {})));
      expect(await differences(page, pack, given, wanted)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it("leaves the page as the program wrote it until something is changed", async () => {
    const html = reportFor(builtIn, own);
    const without = await open(html, { javaScriptEnabled: false });
    const markup = await without.page.locator("#report").innerHTML();
    const { page } = await open(html);
    expect(await page.locator("#report").innerHTML()).toBe(markup);
  });

  it("goes back to the respondent's own answers", async () => {
    const { page } = await open(reportFor(builtIn, own));
    const before = await shown(page);
    await page.getByLabel("Which side of technology pulls you more?").selectOption("business");
    await page.getByLabel("Not sure: leave it open").first().click();
    expect(await shown(page)).not.toEqual(before);
    expect(await page.locator("header").textContent()).toContain("What if?");
    await page.locator("#panel [data-back]").click();
    expect(await shown(page)).toEqual(before);
    expect(await page.getByLabel("Which side of technology pulls you more?").inputValue()).toBe(own["interest"]?.[0]);
  });

  it("keeps unfolded what the reader unfolded, and the focus where it is", async () => {
    const { page } = await open(reportFor(builtIn, own));
    await page.locator("#pulls > summary").click();
    const control = page.getByLabel("Which side of technology pulls you more?");
    await control.focus();
    await control.selectOption("business");
    expect(await page.locator("#pulls").getAttribute("open")).toBe("");
    expect(await page.locator("#numbers").getAttribute("open")).toBeNull();
    expect(await control.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it("draws the bars of the roles anew by points, in the verdict and beside the answers", async () => {
    const { page } = await open(reportFor(builtIn, own));
    const roles = (part: string) => page.locator(`${part} .points .label`).allTextContents();
    for (const part of ["header", "#outcome"]) expect(await roles(part)).toEqual(["CTO", "CIO"]);
    await page.locator("[data-flip]").click();
    for (const part of ["header", "#outcome"]) expect(await roles(part)).toEqual(["CIO", "CTO"]);
  });

  it("is called what a fresh page of the same answers is called", async () => {
    const pack = { ...builtIn, title: "R&D <or> “IT”?  \u202etfel" };
    const { page } = await open(reportFor(pack, own));
    const before = await page.title();
    await page.locator("[data-flip]").click();
    const { changes = [] } = advise(pack, own).flip ?? {};
    const changed = { ...own, ...Object.fromEntries(changes.map(({ question, to }) => [question, to])) };
    const fresh = await open(reportFor(pack, changed), { javaScriptEnabled: false });
    expect(await page.title()).toBe(await fresh.page.title());
    expect(await page.title()).not.toBe(before);
    await page.locator("#panel [data-back]").click();
    expect(await page.title()).toBe(before);
  });

  it("says what the own answer was, beside each that was changed", async () => {
    const { page } = await open(reportFor(builtIn, own));
    await page.getByLabel("Which side of technology pulls you more?").selectOption("");
    expect(await page.locator(".own:visible").allTextContents()).toEqual([
      `You said: ${answerLabel(builtIn, "interest", own["interest"] ?? [])}`,
    ]);
  });

  it("tries the changes that would end the lead, and the lead ends", async () => {
    const { page } = await open(reportFor(builtIn, own));
    const { flip, recommendation } = advise(builtIn, own);
    await page.locator("[data-flip]").click();
    const changed = { ...own, ...Object.fromEntries((flip?.changes ?? []).map(({ question, to }) => [question, to])) };
    expect(await page.locator("#verdict").textContent()).toBe(advise(builtIn, changed).recommendation.summary);
    expect(advise(builtIn, changed).recommendation.role).not.toBe(recommendation.role);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict");
  });

  it("takes no more options than a question allows", async () => {
    const pack = { ...builtIn, questions: builtIn.questions.map((q) => (q.pick === "any" ? { ...q, most: 2 } : q)) };
    const { id = "", options = [] } = pack.questions.find(({ pick }) => pick === "any") ?? {};
    const { page } = await open(reportFor(pack, { [id]: [options[1]?.id ?? ""] }));
    const boxes = page.locator(`[data-question="${id}"]:not([value=""])`);
    const disabled = () => boxes.evaluateAll((all) => all.filter((box) => box.matches(":disabled")).length);
    await boxes.first().check();
    expect(await disabled()).toBe(options.length - 2);
    await boxes.first().uncheck();
    expect(await disabled()).toBe(0);
  });

  it("copies the code of the answers that are shown", async () => {
    const { page } = await open(reportFor(builtIn, own), { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByLabel("Which side of technology pulls you more?").selectOption("both");
    await page.locator("#copy").click();
    await page.locator("#copy", { hasText: "Copied" }).waitFor();
    const { code } = advise(builtIn, { ...own, interest: ["both"] });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`role-advisor --code ${code}`);
  });
});

/** The answers before, with about a quarter of them given anew; all of them if there were none. */
function randomAnswers({ questions }: Pack, random: () => number, before: Answers): Answers {
  const below = (n: number) => Math.floor(random() * n);
  const isFirst = Object.keys(before).length === 0;
  return Object.fromEntries(
    questions.flatMap(({ id, pick, most, options }) => {
      const said = before[id];
      if (!isFirst && below(4) > 0) return said === undefined ? [] : [[id, said]];
      if (below(5) === 0) return [];
      if (pick === "one") return [[id, [options[below(options.length)]?.id ?? ""]]];
      const picked = options.filter(() => below(2) === 0).slice(0, most);
      return [[id, picked.map((option) => option.id)]];
    }),
  );
}

/**
 * Sets every control that differs as a person would, one after the other, for each set of answers in turn; tells where the page
 * is not what the program writes for them, as this browser writes markup. All in one call, since each costs its own time.
 */
function differences(page: Page, pack: Pack, own: Answers, sets: readonly Answers[]): Promise<unknown> {
  const turns = sets.map((answers) => {
    const advice = advise(pack, answers);
    const changed = pack.questions.filter(({ id }) => `${answers[id]}` !== `${own[id]}`).length;
    const { body } = renderReport(pack, advice, { changeCount: changed });
    const picks = pack.questions.map(({ id, pick }) => ({ id, pick, picked: answers[id] ?? null }));
    return { picks, report: `${body}`, command: `role-advisor --code ${advice.code}` };
  });
  return page.evaluate((all) => {
    const change = (control: Element) => control.dispatchEvent(new Event("change", { bubbles: true }));
    const give = ({ id, pick, picked }: (typeof all)[number]["picks"][number]) => {
      const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[data-question="${id}"]`)];
      const [select] = controls;
      if (pick === "one" && select !== undefined && select.value !== (picked?.[0] ?? "")) {
        select.value = picked?.[0] ?? "";
        change(select);
      }
      if (pick === "one") return;
      const boxes = controls as HTMLInputElement[];
      const open = boxes.find(({ value }) => value === "");
      if (open?.checked !== (picked === null)) open?.click();
      const others = boxes.filter((box) => box !== open && picked !== null);
      for (const box of others) if (box.checked && !picked?.includes(box.value)) box.click();
      for (const box of others) if (!box.checked && picked?.includes(box.value)) box.click();
    };
    // What the reader unfolds is the reader's.
    const normal = (markup: string) => {
      const template = document.createElement("template");
      template.innerHTML = markup;
      for (const fold of template.content.querySelectorAll("details")) fold.open = false;
      return template.innerHTML;
    };
    return all.flatMap(({ picks, report, command }) => {
      for (const one of picks) give(one);
      const shown = [
        normal(document.getElementById("report")?.innerHTML ?? ""),
        document.getElementById("command")?.textContent,
      ];
      const wanted = [normal(report), command];
      return `${shown}` === `${wanted}` ? [] : [{ shown, wanted }];
    });
  }, turns);
}

/** What the page shows of the answers as they are now. */
function shown(page: Page): Promise<unknown> {
  return page.evaluate(() => ["report", "command"].map((id) => document.getElementById(id)?.innerHTML));
}
