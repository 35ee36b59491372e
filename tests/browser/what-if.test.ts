import fc from "fast-check";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { randomFrom } from "../../src/advice/sample.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { renderReport } from "../../src/report/html/report.ts";
import { answerLabel } from "../../src/report/words.ts";
import { cases } from "../advice/packs.ts";
import { inBrowser, reportFor } from "./chromium.ts";

const [first] = builtIn.examples;
const own = first?.answers ?? {};

inBrowser("what if", (open) => {
  it("equals the program on 200 random sets of answers", async () => {
    const { page, complaints } = await open(reportFor(builtIn, own));
    const random = randomFrom(7);
    let answers: Answers = {};
    for (let i = 0; i < 200; i++) {
      answers = randomAnswers(builtIn, random, answers);
      await answer(page, builtIn, answers);
      expect(await shown(page)).toEqual(await expected(page, builtIn, own, answers));
    }
    expect(complaints).toEqual([]);
  }, 180_000);

  it("equals the program on packs of two to five roles", async () => {
    const random = randomFrom(8);
    const some = fc.sample(cases({ roles: fc.integer({ min: 2, max: 5 }), mostQuestions: 6 }), {
      seed: 8,
      numRuns: 12,
    });
    for (const { pack, answers: given } of some) {
      const { page, complaints } = await open(reportFor(pack, given));
      expect(await shown(page)).toEqual(await expected(page, pack, given, given));
      let answers: Answers = {};
      for (let i = 0; i < 6; i++) {
        answers = randomAnswers(pack, random, answers);
        await answer(page, pack, answers);
        expect(await shown(page)).toEqual(await expected(page, pack, given, answers));
      }
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
    await page.getByLabel("Unsure: leave it open").first().click();
    expect(await shown(page)).not.toEqual(before);
    expect(await page.locator(".verdict").textContent()).toContain("What if?");
    await page.locator(".outcome [data-back]").click();
    expect(await shown(page)).toEqual(before);
    expect(await page.getByLabel("Which side of technology pulls you more?").inputValue()).toBe(own["interest"]?.[0]);
  });

  it("draws the bars of the roles anew by points, in the verdict and beside the answers", async () => {
    const { page } = await open(reportFor(builtIn, own));
    const roles = (part: string) => page.locator(`${part} .points .label`).allTextContents();
    for (const part of [".verdict", "#outcome"]) expect(await roles(part)).toEqual(["CTO", "CIO"]);
    await page.locator("[data-flip]").click();
    for (const part of [".verdict", "#outcome"]) expect(await roles(part)).toEqual(["CIO", "CTO"]);
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
    await page.locator(".outcome [data-back]").click();
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
    expect(await page.locator("h1").textContent()).toBe(advise(builtIn, changed).recommendation.summary);
    expect(advise(builtIn, changed).recommendation.role).not.toBe(recommendation.role);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict");
  });

  it("takes no more options than a question allows", async () => {
    const pack = { ...builtIn, questions: builtIn.questions.map((q) => (q.pick === "any" ? { ...q, most: 2 } : q)) };
    const { page } = await open(reportFor(pack, { departments: ["finance"] }));
    const boxes = page.locator('[data-question="departments"]:not([value=""])');
    await boxes.first().check();
    expect(await boxes.evaluateAll((all) => all.filter((box) => (box as HTMLInputElement).disabled).length)).toBe(4);
    await boxes.first().uncheck();
    expect(await boxes.evaluateAll((all) => all.some((box) => (box as HTMLInputElement).disabled))).toBe(false);
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

/** Sets every control that differs as a person would, one after the other. */
async function answer(page: Page, { questions }: Pack, answers: Answers): Promise<void> {
  await page.evaluate(
    (wanted) => {
      for (const { id, pick, picked } of wanted) {
        const controls = [
          ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[data-question="${id}"]`),
        ];
        const change = (control: Element) => control.dispatchEvent(new Event("change", { bubbles: true }));
        if (pick === "one") {
          const [select] = controls;
          if (select === undefined) throw new Error(id);
          if (select.value === (picked?.[0] ?? "")) continue;
          select.value = picked?.[0] ?? "";
          change(select);
          continue;
        }
        const boxes = controls as HTMLInputElement[];
        const open = boxes.find(({ value }) => value === "");
        if (picked === null && open?.checked === false) open.click();
        if (picked !== null && open?.checked === true) open.click();
        for (const box of boxes)
          if (box !== open && picked !== null && box.checked && !picked.includes(box.value)) box.click();
        for (const box of boxes)
          if (box !== open && picked !== null && !box.checked && picked.includes(box.value)) box.click();
      }
    },
    questions.map(({ id, pick }) => ({ id, pick, picked: answers[id] ?? null })),
  );
}

function shown(page: Page): Promise<unknown> {
  return page.evaluate(() => ({
    report: document.getElementById("report")?.innerHTML,
    sources: document.getElementById("cited")?.innerHTML,
    command: document.getElementById("command")?.textContent,
  }));
}

/** What the program shows for the same answers, as this browser writes markup. */
function expected(page: Page, pack: Pack, own: Answers, answers: Answers): Promise<unknown> {
  const advice = advise(pack, answers);
  const changed = pack.questions.filter(({ id }) => `${answers[id]}` !== `${own[id]}`).length;
  const { verdict, sections, sources } = renderReport(pack, advice, changed);
  return page.evaluate(
    ([report, cited, command]) => {
      const normal = (markup: string | undefined) => {
        const template = document.createElement("template");
        template.innerHTML = markup ?? "";
        return template.innerHTML;
      };
      return { report: normal(report), sources: normal(cited), command };
    },
    [`${verdict}${sections}`, `${sources}`, `role-advisor --code ${advice.code}`],
  );
}
