import type { Command } from "commander";
import { pad, pageFor, textWidth, wrap } from "../report/terminal-page.ts";
import type { Session } from "./session.ts";

/** The fewest columns for a description beside its term; with fewer, the description goes below. */
const leastColumn = 24;

/** Lays out the help of all commands for the width of the page. The program's own also gets examples and exit codes. */
export function layOutHelp(commands: readonly Command[], { world, pack, say }: Session): void {
  for (const command of commands) {
    layOut(command);
    command.configureOutput({ writeOut: (text) => say(wrapLongLines(text, pageFor(world.stdout, world.env).width)) });
  }
  const [question] = pack.questions;
  commands[0]?.addHelpText("after", examples(question?.id ?? "", question?.options[0]?.id ?? ""));
}

function examples(question: string, option: string): string {
  return `
Examples:
  $ role-advisor
  $ role-advisor --example
  $ role-advisor --${question} ${option} --format json
  $ role-advisor --answers me.yaml --output advice.json
  $ role-advisor batch cohort.csv --summary

Exit codes:
  0    done
  1    failed
  2    the command line, answers or pack are wrong, or answers are missing
  3    a cohort is done, but some rows were rejected
  130  interrupted
`;
}

function layOut(command: Command): void {
  command.configureHelp({
    formatItem(term, column, about, { helpWidth: width = 80 }) {
      const hasRoom = width - column - 4 >= leastColumn;
      if (hasRoom) return wrap(about, width, " ".repeat(column + 4), `  ${pad(term, column + 2)}`);
      return [wrap(term, width, "    ", "  "), wrap(about, width, "      ")].join("\n");
    },
  });
}

/** Wraps lines that Commander leaves too long. An indented line, as in a list, continues four columns further in. */
function wrapLongLines(text: string, width: number): string {
  const lines = text.split("\n").map((line) => {
    const [indent = ""] = /^ */.exec(line) ?? [];
    return textWidth(line) <= width ? line : wrap(line.trimStart(), width, indent && `${indent}    `, indent);
  });
  return lines.join("\n");
}
