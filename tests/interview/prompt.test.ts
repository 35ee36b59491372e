import { PassThrough } from "node:stream";
import { Chalk } from "chalk";
import inquirer from "inquirer";
import { expect, it } from "vitest";
import { type Asking, askByKeys, interviewPrompt } from "../../src/interview/prompt.ts";
import { type Interview, start } from "../../src/interview/state.ts";
import { show } from "../../src/interview/view.ts";
import { builtIn } from "../../src/pack/built-in.ts";

it("is an Inquirer prompt: it can be registered and run by inquirer", async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const seen: string[] = [];
  output.on("data", (data) => seen.push(`${data}`));
  const kept: Interview[] = [];
  const ask = inquirer.createPromptModule<{ interview: { [K in keyof Asking]: Asking[K] } }>({ input, output });
  ask.registerPrompt("interview", interviewPrompt);
  const given = Object.fromEntries(builtIn.questions.slice(2).map(({ id }) => [id, []]));
  const view = show(builtIn, start(builtIn, { answers: given, unsure: [] }));
  const asked = ask([
    {
      type: "interview",
      name: "said",
      message: "",
      pack: builtIn,
      view,
      terminal: output,
      screen: () => ({ width: 80, rows: 40, isKept: true, unicode: true, paint: new Chalk({ level: 0 }) }),
      keep: (interview: Interview) => {
        kept.push(interview);
        return null;
      },
    },
  ]);
  for (const key of ["2\r", "\u001b[B\r", "\r"]) {
    await new Promise((next) => setImmediate(next));
    input.write(key);
  }
  const { said } = await asked;
  expect(said).toMatchObject({ answers: { interest: ["both"], bookstore: ["engineering"] }, at: null });
  expect(kept.map(({ asked: ids }) => ids)).toEqual([["interest"], ["interest", "bookstore"]]);
  expect(seen.join("")).toContain("You have an hour in a bookstore");
});

it.each<[string, (input: PassThrough) => void]>([
  ["ends", (input) => input.end()],
  ["fails, as that of a terminal that was closed", (input) => input.destroy(new Error("read EIO"))],
])("stops when its input %s", async (_, lose) => {
  const input = new PassThrough();
  const terminal = new PassThrough();
  const asking: Asking = {
    pack: builtIn,
    view: show(builtIn, start(builtIn, { answers: {}, unsure: [] })),
    terminal,
    screen: () => ({ width: 80, rows: 24, isKept: true, unicode: true, paint: new Chalk({ level: 0 }) }),
    keep: () => null,
  };
  const asked = askByKeys(asking, input, new AbortController().signal);
  terminal.on("data", (data) => {
    if (`${data}`.includes("1 of 25")) lose(input);
  });
  expect(await asked).toBeNull();
});
