import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { parseAnswers } from "../../src/answers/read-answers.ts";
import { renderFormPage } from "../../src/form/form-page.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack, Question } from "../../src/pack/pack.ts";
import { withTexts } from "../report/html/packs.ts";
import { inBrowser } from "./chromium.ts";
import { contrastFindings, findings, overflow } from "./findings.ts";

const [example] = builtIn.examples;
const own: Answers = example?.answers ?? {};

inBrowser("the form page", (open) => {
  const advising = renderFormPage(builtIn, false);
  const collecting = renderFormPage(builtIn, true);

  it("asks every question and advises as the program does, without a request or a complaint", async () => {
    const { page, requests, complaints } = await open(advising, { viewport: { width: 360, height: 740 } });
    await answerAll(page, builtIn, own);
    await page.getByRole("button", { name: "See what it says" }).click();
    const advice = advise(builtIn, own);
    expect(await page.locator("#code").textContent()).toBe(advice.code);
    expect(await page.locator("#verdict").textContent()).toBe(advice.recommendation.summary);
    expect(await overflow(page, 360)).toBe(0);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
  });

  it("saves one line that the program reads as the same answers, with the name given", async () => {
    const { page } = await open(collecting);
    await answerAll(page, builtIn, own, "Zoë / Ángel");
    await page.getByRole("button", { name: "Finish" }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#file").click()]);
    // Chromium itself offers such a name only where the locale has its letters.
    expect(await page.locator("#file").getAttribute("download")).toBe("Zoë-Ángel.json");
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(/^[^\n]+\n$/);
    expect(JSON.parse(text).id).toBe("Zoë / Ángel");
    expect(parseAnswers(builtIn, JSON.parse(text))).toEqual(own);
    expect(await page.locator("#verdict").count()).toBe(0);
  });

  it("is answered by the keyboard alone", async () => {
    const { page } = await open(collecting);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press("Tab", "Tab", "Enter");
    const [first] = builtIn.questions;
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(first?.ask);
    await press("Tab", "ArrowDown", "Enter");
    const [, second] = builtIn.questions;
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second?.ask);
    await press("Shift+Tab");
    await page.getByRole("button", { name: "Back" }).focus();
    await press("Enter");
    expect(await page.getByLabel(first?.options[1]?.label ?? "").isChecked()).toBe(true);
  });

  it("chooses nothing by itself, and says so", async () => {
    const { page } = await open(advising);
    await page.getByRole("button", { name: "Start" }).click();
    expect(await page.locator("input:checked").count()).toBe(0);
    await page.getByRole("button", { name: "Next" }).click();
    expect(await page.getByRole("alert").textContent()).toMatch(/^Nothing is chosen yet/);
    expect(await page.locator("h1").textContent()).toBe(builtIn.questions[0]?.ask);
  });

  it("leaves open what one is not sure of, and lets any answer be changed in the review", async () => {
    const { page } = await open(advising);
    await answerAll(page, builtIn, {});
    expect(await page.getByText("Open", { exact: true }).count()).toBe(builtIn.questions.length);
    await page.locator("[data-do=change][data-question=bookstore]").click();
    await page.getByLabel("Business and management").check();
    await page.getByRole("button", { name: "Next" }).click();
    expect(await page.locator("h1").textContent()).toBe("Look over your answers");
    expect(await page.getByText("Business and management").count()).toBe(1);
  });

  it("goes on where one was after a reload", async () => {
    const { page } = await open(advising);
    await page.getByRole("button", { name: "Start" }).click();
    await page.locator("input").first().check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.reload();
    expect(await page.locator("h1").textContent()).toBe(builtIn.questions[1]?.ask);
  });

  it("lets None of these and the other boxes rule each other out", async () => {
    const question = builtIn.questions.find(({ pick }) => pick === "any");
    const { page } = await open(advising);
    await answerAll(page, builtIn, {});
    await page.locator(`[data-do=change][data-question=${question?.id}]`).click();
    await page.locator("input").first().check();
    await page.getByLabel("None of these").check();
    expect(await page.locator("input:checked").count()).toBe(1);
    await page.getByRole("button", { name: "Next" }).click();
    expect(await page.getByText("None of these").count()).toBe(1);
  });

  it("shows nobody how an answer counts where answers are collected", () => {
    expect(advising).toContain('"drawn":{"business":3}');
    expect(collecting).not.toMatch(/"drawn":\{"/);
    expect(collecting).not.toContain('"weight"');
  });

  it("has nothing for axe to find at any step, on a phone in light, nor of its colours in dark", async () => {
    const { page } = await open(advising, { viewport: { width: 360, height: 740 }, bypassCSP: true });
    const look = async () => {
      await page.emulateMedia({ colorScheme: "light" });
      expect(await findings(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await contrastFindings(page)).toEqual([]);
    };
    await look();
    await page.getByRole("button", { name: "Start" }).click();
    await look();
    await answerAll(page, builtIn, own, null);
    await look();
    await page.getByRole("button", { name: "See what it says" }).click();
    await look();
  });

  it("runs nothing of a hostile pack", async () => {
    const { page, complaints } = await open(renderFormPage(withTexts("</script><img src=x onerror=alert(1)>"), false));
    await page.getByRole("button", { name: "Start" }).click();
    await page.locator("input").first().check();
    expect(complaints).toEqual([]);
  });
});

/** Goes through the page as a person does. A name of null: the questions have begun. */
async function answerAll(page: Page, { questions }: Pack, answers: Answers, name: string | null = ""): Promise<void> {
  if (name !== null) {
    await page.getByLabel("Your name").fill(name);
    await page.getByRole("button", { name: "Start" }).click();
  }
  for (const question of questions) {
    const picked = answers[question.id];
    if (picked === undefined) await page.getByRole("button", { name: "Not sure" }).click();
    else await pick(page, question, picked);
  }
}

async function pick(page: Page, { options }: Question, picked: readonly string[]): Promise<void> {
  const labels =
    picked.length === 0 ? ["None of these"] : options.filter(({ id }) => picked.includes(id)).map(({ label }) => label);
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
  await page.getByRole("button", { name: "Next" }).click();
}
