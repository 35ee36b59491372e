import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { progressInWords, showProgress } from "../../src/commands/batch-progress.ts";
import type { World } from "../../src/world.ts";

describe("progress", () => {
  it.each([
    [312_000, 68_000_000, 220_000_000, 1, "312,000 rows, 312,000 a second, 68 of 220 MB, 3 s left"],
    [1_000, 240_000, 2_400_000_000, 0.5, "1,000 rows, 2,000 a second, 0.2 of 2400 MB, 84 min left"],
    [1_000, 240_000, null, 0.5, "1,000 rows, 2,000 a second, 0.2 MB"],
  ])("tells rows, rate, bytes and time left: %i rows", (rows, bytes, total, seconds, words) => {
    expect(progressInWords(rows, bytes, total, seconds)).toBe(words);
  });

  /** What is written when a tenth of a second passes between one chunk and the next. */
  async function said(stream: { isTTY: boolean; columns?: number }, env = {}, isHidden = false): Promise<string> {
    let text = "";
    const write = (chunk: Buffer, _: string, done: () => void) => {
      text += chunk;
      done();
    };
    const stderr = Object.assign(new Writable({ write }), stream);
    let time = 0;
    const world = { stderr, env } as unknown as World;
    const progress = showProgress(world, 1000, isHidden, () => time);
    for (let row = 1; row <= 5; row++) {
      time += 100;
      await progress.tell(row, row * 100);
    }
    await progress.clear();
    return text;
  }

  it("writes over its own line, five times a second at most, and takes it away", async () => {
    expect(await said({ isTTY: true, columns: 0 })).toBe(
      "\r\u001b[K2 rows, 10 a second, 0.0 of 0.0 MB, 1 s left\r\u001b[K4 rows, 10 a second, 0.0 of 0.0 MB, 1 s left\r\u001b[K",
    );
  });

  it("fits a narrow terminal", async () => {
    expect((await said({ isTTY: true, columns: 24 })).split("\u001b[K")[1]).toBe("2 rows, 10 a second, 0.\r");
  });

  it.each([
    ["standard error is no terminal", { isTTY: false }, {}, false],
    ["the terminal is dumb", { isTTY: true }, { TERM: "dumb" }, false],
    ["the rows go to the terminal", { isTTY: true }, {}, true],
  ])("is silent where %s", async (_, stream, env, isHidden) => {
    expect(await said(stream, env, isHidden)).toBe("");
  });
});
