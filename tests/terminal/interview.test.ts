import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { emptyFolder, keys, startProgram, type Terminal, type TerminalOptions } from "./terminal.ts";

const running: Terminal[] = [];
afterEach(() => {
  for (const terminal of running.splice(0)) terminal.end();
});

function run(args: readonly string[] = [], home = emptyFolder(), options: TerminalOptions = {}): Terminal {
  const terminal = startProgram(args, home, options);
  running.push(terminal);
  return terminal;
}

const { questions } = builtIn;
const kept = (home: string) => join(home, ".local/state/role-advisor/cio-or-cto.json");
const readKept = (home: string) => JSON.parse(readFileSync(kept(home), "utf8"));
const nth = (n: number) => `${n} of 25`;

/** Answers the question that is shown by its second option, and waits for the next. */
async function answerOn(terminal: Terminal, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) {
    await terminal.sees(nth(n));
    terminal.press("2", keys.enter);
  }
}

test("the whole interview by keys ends in the advice", async () => {
  const home = emptyFolder();
  const terminal = run([], home);
  expect(await terminal.sees("Ctrl+C")).toMatchInlineSnapshot(`
    "CIO or CTO?

    About 25 short questions, three to four minutes, and one answer: is your
    road a CIO's or a CTO's? It tells you why, how sure it is, what would
    change its mind, and how to get there from where you stand. Nothing
    leaves your machine, and the same answers always give the same advice.
    Skip what you cannot say: a skipped question counts for neither side.

    Short of time? Press q: then it stops as soon as it is certain.

    What draws you   1 of 25  ────────────────────────  about 4 minutes left

    Which side of technology pulls you more?

    ❯ 1  Business: what it changes for a company
      2  Both sides, and about equally
      3  Engineering: how it works and is made

    ↑↓ 1-3 choose  Enter next  ← back  s not sure  ? why  Ctrl+C stop, keep"
  `);
  await answerOn(terminal, 1, 25);
  expect(await terminal.sees("See the result")).toMatchInlineSnapshot(`
    "leaves your machine, and the same answers always give the same advice.
    Skip what you cannot say: a skipped question counts for neither side.

    Your answers

      Interest        Both sides, and abo…    Technology      Servers, virtualisa…
      Bookstore       Engineering and tec…    Avoid           Servers, virtualisa…
      MBA             I am doing one now      Transformation  How the company its…
      Study           Keeping systems and…    Ladder          One field, climbed…
      Monday          Untangling work bet…    Introduced      A business person w…
      Thorny          A rough model of wh…    Known for       A process that work…
      Today           Making what runs to…    Dread           Hard technical work
      Company for a…  A diplomat between…     Level           Senior engineer, an…
      Serve           Customers who like…     Years           5 to 10 years
      Proudest        A product that nobo…    Departments     IT operations or su…
      Million         Into security, back…    Owned           Suppliers and their…
      Risk            How exactly would i…    Company         A small one, where…
      Make            Choosing the best o…

    ❯ See the result

    ↑↓ choose  Enter change it, or see the result  ← back  Ctrl+C stop, keep"
  `);
  terminal.press(keys.enter);
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
  expect(terminal.history).toContain(
    "Interest: Both sides, and about equally\nBookstore: Engineering and technology\n",
  );
  expect(terminal.history).toContain("17 of 17 answered");
  expect(terminal.text).toMatch(
    /Keep it: role-advisor --code cio-or-cto@\S+\nTo keep it as a file: add --output \S+ to that/,
  );
  expect(readdirSync(join(home, ".local/state/role-advisor"))).toEqual([]);
});

test("a later question leaves what was answered above it", async () => {
  const terminal = run();
  await answerOn(terminal, 1, 3);
  expect(await terminal.sees(nth(4))).toMatchInlineSnapshot(`
    "CIO or CTO?

    About 25 short questions, three to four minutes, and one answer: is your
    road a CIO's or a CTO's? It tells you why, how sure it is, what would
    change its mind, and how to get there from where you stand. Nothing
    leaves your machine, and the same answers always give the same advice.
    Skip what you cannot say: a skipped question counts for neither side.

    Interest: Both sides, and about equally
    Bookstore: Engineering and technology
    MBA: I am doing one now

    What draws you   4 of 25  ━━━─────────────────────  about 3 minutes left

    You win a term of paid study. Which course do you take?

    ❯ 1  Trying out a brand-new technology
      2  Keeping systems and data safe
      3  Leading and coaching people
      4  Choosing suppliers and making deals
      5  Designing products for their users

    ↑↓ 1-5 choose  Enter next  ← back  s not sure  ? why  Ctrl+C stop, keep"
  `);
});
