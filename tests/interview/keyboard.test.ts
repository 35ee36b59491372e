import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Keyboard } from "../../src/interview/keyboard.ts";
import type { Key } from "../../src/interview/keypress.ts";

let now = 0;
beforeEach(() => {
  now = 1000;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  vi.useRealTimers();
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
  const send = (text: string, after = 0) => {
    now += after;
    input.emit("data", Buffer.from(text));
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
  ])("%s", (_, chunks, expected) => {
    const { heard, send } = keyboard();
    for (const chunk of chunks) typeof chunk === "string" ? send(chunk) : send(...chunk);
    expect(heard).toEqual(expected);
  });

  it("waits a moment after Esc for what may follow", () => {
    const { heard, send } = keyboard();
    send("\u001b");
    send("[A", 20);
    send("\u001b", 100);
    expect(heard).toEqual(["up"]);
    vi.advanceTimersByTime(60);
    expect(heard).toEqual(["up", "escape"]);
  });

  it("is not deaf for ever where the end of a paste never comes", () => {
    const { heard, send } = keyboard();
    send("\u001b[200~1\r2");
    vi.advanceTimersByTime(1100);
    send("3", 1100);
    expect(heard).toEqual(["3"]);
  });

  it("hears nothing once it is closed", () => {
    const { keys, heard, send } = keyboard();
    keys.close();
    send("1");
    expect(heard).toEqual([]);
  });
});
