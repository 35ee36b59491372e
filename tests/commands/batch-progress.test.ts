import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { showProgress } from "../../src/commands/batch-progress.ts";
import type { World } from "../../src/world.ts";

describe("progress", () => {
  /** What is written when a tenth of a second passes between one chunk and the next. */
  async function said(
    stream: { isTTY: boolean },
    { env = {}, isHidden = false, total = 1000 as number | null } = {},
  ): Promise<string> {
    let text = "";
    const write = (chunk: Buffer, _: string, done: () => void) => {
      text += chunk;
      done();
    };
    const stderr = Object.assign(new Writable({ write }), stream);
    let time = 0;
    const world = { stderr, env } as unknown as World;
    const progress = showProgress(world, total, isHidden, () => time);
    for (let row = 1; row <= 5; row++) {
      time += 100;
      await progress.update(row * 1000, row * 100);
    }
    await progress.clear();
    return text;
  }

  it("writes over its own line, five times a second at most, and takes it away", async () => {
    expect(await said({ isTTY: true })).toBe("\r\u001b[K2,000 rows, 20 %\r\u001b[K4,000 rows, 40 %\r\u001b[K");
  });

  it("tells the rows alone where nobody knows how much there is", async () => {
    expect(await said({ isTTY: true }, { total: null })).toBe("\r\u001b[K2,000 rows\r\u001b[K4,000 rows\r\u001b[K");
  });

  it.each([
    ["standard error is no terminal", { isTTY: false }, {}],
    ["the terminal is dumb", { isTTY: true }, { env: { TERM: "dumb" } }],
    ["the rows go to the terminal", { isTTY: true }, { isHidden: true }],
  ])("is silent where %s", async (_, stream, setting) => {
    expect(await said(stream, setting)).toBe("");
  });
});
