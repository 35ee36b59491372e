import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf, takeApart } from "../../src/interview/key-sequences.ts";

const names = (text: string) => takeApart(text).sent.map((one) => (one.kind === "key" ? one.key.name : one.kind));

describe("what a terminal sends", () => {
  it.each<[string, string, (string | undefined)[]]>([
    ["digits and letters", "2sQ", ["2", "s", "q"]],
    ["Enter, Tab, Space and Backspace", "\r\n\t \u007f", ["return", "enter", "tab", "space", "backspace"]],
    ["arrows", "\u001b[A\u001b[B\u001b[C\u001b[D", ["up", "down", "right", "left"]],
    ["arrows in application mode", "\u001bOA\u001bOD", ["up", "left"]],
    ["Home, End and pages", "\u001b[H\u001b[4~\u001b[5~\u001b[6~", ["home", "end", "pageup", "pagedown"]],
    [
      "keys that mean nothing here",
      "\u001b[15~\u001b[1;5C\u001b[[A\u001bx",
      [undefined, undefined, undefined, undefined],
    ],
    ["control keys", "\u0003\u001a\u001c", ["c", "z", "|"]],
    ["other scripts", "é技😀", ["é", "技", "😀"]],
    ["a paste", "1\u001b[200~2\r3\r\u001b[31m\u001b[201~4", ["1", "paste", "4"]],
    ["its answer about pastes", "\u001b[?2004;2$y1", ["marks", "1"]],
    ["answers to other programs' questions", "\u001b]0;title\u00071\u001bP1$r\u001b\\2", ["1", "2"]],
  ])("is told apart: %s", (_, text, expected) => {
    expect(names(text)).toEqual(expected);
    expect(takeApart(text).rest).toBe("");
  });

  it.each([
    [0, false],
    [1, true],
    [2, true],
    [3, true],
    [4, false],
  ])("says by %i whether pastes are marked: %s", (mode, has) => {
    expect(takeApart(`\u001b[?2004;${mode}$y`).sent).toEqual([{ kind: "marks", has }]);
  });

  it("may come in parts, whatever it is", () => {
    const whole = "1\u001b[A\u001b[200~2\r\u001b[B\u001b[201~s\u001b[?2004;2$y\u001b[6~é";
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 6 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        let rest = "";
        const sent = places.slice(1).flatMap((to, i) => {
          const apart = takeApart(rest + whole.slice(places[i], to));
          rest = apart.rest;
          return apart.sent;
        });
        expect(sent).toEqual(takeApart(whole).sent);
      }),
    );
  });

  it("may be anything, and is all taken", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { rest } = takeApart(text);
        expect(rest === "" || rest.startsWith("\u001b")).toBe(true);
      }),
    );
  });

  it("is a key with its name", () => {
    expect(keyOf("\u001b[Z")).toMatchObject({ name: "tab", shift: true });
    expect(keyOf("\u001b")).toMatchObject({ name: "escape" });
  });
});
