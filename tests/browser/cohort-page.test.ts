import { expect, it } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { renderCohort } from "../../src/report/html/cohort-page.ts";
import { showSummary } from "../../src/report/summary-sections.ts";
import { summaryOf } from "../cohort/summaries.ts";
import { withFiveRoles, withTexts } from "../report/html/packs.ts";
import { inBrowser } from "./chromium.ts";
import { contrastFindings, findings, overflow } from "./findings.ts";

inBrowser("the page of a cohort", (open) => {
  it.each([
    ["two roles", builtIn],
    ["five roles", withFiveRoles()],
    ["long words", withTexts("x".repeat(300))],
  ])(
    "asks for nothing, fits every width, and leaves axe nothing to find: %s",
    async (_, pack) => {
      const html = renderCohort(pack, showSummary(pack, summaryOf(pack, 200), 5));
      const { page, requests, complaints } = await open(html);
      for (const width of [360, 768, 1440]) expect(await overflow(page, width)).toBe(0);
      expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
      const { page: scanned } = await open(html, { bypassCSP: true });
      expect(await findings(scanned)).toEqual([]);
      await scanned.emulateMedia({ colorScheme: "dark" });
      expect(await contrastFindings(scanned)).toEqual([]);
    },
    60_000,
  );
});
