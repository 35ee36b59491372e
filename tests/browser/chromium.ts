import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { renderHtml } from "../../src/report/html/advice-page.ts";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page that was opened from its file, and everything that it asked for or complained of since. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Tests in a real browser. Where there is none they are skipped, and say why. */
export function inBrowser(
  name: string,
  tests: (open: (html: string, options?: BrowserContextOptions) => Promise<Opened>) => void,
): void {
  const isThere = existsSync(executablePath);
  if (!isThere)
    console.warn(`${name}: skipped, since ${executablePath} is not there; install chromium, or name one in CHROMIUM`);
  describe.skipIf(!isThere)(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: quiet });
    });
    afterAll(() => browser.close());
    tests(async (html, options = {}) => {
      const file = join(mkdtempSync(join(tmpdir(), "role-advisor-")), "report.html");
      writeFileSync(file, html);
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => complaints.push(message.text()));
      page.on("dialog", (dialog) => {
        complaints.push(`a dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      await page.goto(`${pathToFileURL(file)}`);
      return { page, requests: requests.filter((url) => url !== `${pathToFileURL(file)}`), complaints };
    });
  });
}

export function reportFor(pack: Pack, answers: Answers): string {
  return renderHtml(pack, advise(pack, answers));
}
