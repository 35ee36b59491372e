import { PassThrough } from "node:stream";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Key } from "../../src/interview/key-actions.ts";
import { Keyboard } from "../../src/interview/key-input.ts";

let now = 0;
beforeEach(() => {
  now = 1000;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A keyboard, what it heard, and a way to send it something after so many milliseconds. */
function keyboard() {
  const input = new PassThrough();
  const heard: (string | undefined)[] = [];
  const keys = new Keyboard(input).on("keypress", (_, { name, undo }: Key & { undo: number }) =>
    heard.push(undo ? `${name}, undo ${undo}` : name),
  );
  keys.on("suspend", () => heard.push("suspend"));
  const send = async (text: string | Buffer, after = 0) => {
    now += after;
    input.emit("data", Buffer.from(text));
    await Promise.resolve();
  };
  return { keys, heard, send };
}

const hasMarks = "\u001b[?2004;2$y";

describe("a keyboard", () => {
  it.each<[string, (string | [string, number])[], (string | undefined)[]]>([
    ["a paste between marks is one", ["\u001b[200~1\r2\r\u001b[201~"], ["paste"]],
    [
      "many keys at once are keys, where pastes are marked",
      [hasMarks, "1\r2\r3\r"],
      ["1", "return", "2", "return", "3", "return"],
    ],
    ["more than four at once are a paste, where no answer came", ["1\r2\r3\r"], ["paste"]],
    ["and where the terminal lacks marks", ["\u001b[?2004;0$y", "1\r2\r3\r"], ["paste"]],
    ["four at once are keys", ["1\r2\r"], ["1", "return", "2", "return"]],
    [
      "a fifth within 50 ms makes a paste of all",
      ["1\r", ["2\r", 20], ["3", 20]],
      ["1", "return", "2", "return", "paste, undo 4"],
    ],
    ["what follows it closely belongs to it", ["1\r2\r3", ["\r", 40], ["4\r", 40], ["5", 60]], ["paste", "5"]],
    [
      "a key held down is no paste",
      ["1", ["1", 33], ["1", 33], ["1", 33], ["1", 33], ["1", 33]],
      ["1", "1", "1", "1", "1", "1"],
    ],
    ["Ctrl+Z suspends, Ctrl+\\ stops", ["\u001a", "\u001c"], ["suspend", "c"]],
  ])("%s", async (_, chunks, expected) => {
    const { heard, send } = keyboard();
    for (const chunk of chunks) await (typeof chunk === "string" ? send(chunk) : send(...chunk));
    expect(heard).toEqual(expected);
  });

  it.each<[string, string, (string | undefined)[]]>([
    ["digits and letters", "2sQ", ["2", "s", "q"]],
    ["Enter, Tab, Space and Backspace", "\r\n\t \u007f", ["return", "enter", "tab", "space", "backspace"]],
    ["arrows", "\u001b[A\u001b[B\u001b[C\u001b[D", ["up", "down", "right", "left"]],
    ["arrows in application mode", "\u001bOA\u001bOD", ["up", "left"]],
    ["Home, End and pages", "\u001b[H\u001b[4~\u001b[5~\u001b[6~", ["home", "end", "pageup", "pagedown"]],
    ["a paste", "1\u001b[200~2\r3\r\u001b[31m\u001b[201~4", ["1", "paste", "4"]],
    ["answers to other programs' questions", "\u001b]0;title\u00071\u001bP1$r\u001b\\2\u001b[?62;4c3", ["1", "2", "3"]],
  ])("tells apart %s", async (_, text, expected) => {
    const { heard, send } = keyboard();
    await send(hasMarks);
    await send(text);
    expect(heard).toEqual(expected);
  });

  it("reads keys and pastes that come in parts", async () => {
    const whole = Buffer.from("1\u001b[A\u001b[200~2\r\u001b[B\u001b[201~s\u001b[6~é");
    const cuts = fc.array(fc.nat(whole.length), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(cuts, async (cutAt) => {
        const { heard, send } = keyboard();
        await send(hasMarks);
        const places = [0, ...cutAt.toSorted((a, b) => a - b), whole.length];
        for (const [i, to] of places.slice(1).entries()) await send(whole.subarray(places[i], to));
        expect(heard).toEqual(["1", "up", "paste", "s", "pagedown", undefined]);
      }),
    );
  });

  it("waits a moment after Esc for what may follow", async () => {
    const { heard, send } = keyboard();
    await send("\u001b");
    await send("[A", 20);
    expect(heard).toEqual(["up"]);
    await send("\u001b", 100);
    expect(heard).toEqual(["up"]);
    await vi.waitUntil(() => heard.length > 1);
    expect(heard).toEqual(["up", "escape"]);
  });

  it("is not deaf for ever where the end of a paste never comes", async () => {
    const { heard, send } = keyboard();
    await send("\u001b[200~1\r2");
    await send("3", 1100);
    expect(heard).toEqual(["paste", "3"]);
  });

  it("hears nothing once it is closed", async () => {
    const { keys, heard, send } = keyboard();
    keys.close();
    await send("1");
    expect(heard).toEqual([]);
  });
});
