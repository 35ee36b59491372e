import type { Command } from "commander";
import { pad, textWidth, wrap } from "../report/page.ts";

/** Fewer columns than these beside the terms are too few to read. */
const leastColumn = 24;

/** What a term means stands beside it, or below where there is no room. */
export function layOutHelp(command: Command): void {
  command.configureHelp({
    formatItem(term, column, about, { helpWidth: width = 80 }) {
      const beside = width - column - 4 >= leastColumn;
      if (beside) return wrap(about, width, " ".repeat(column + 4), `  ${pad(term, column + 2)}`);
      return [wrap(term, width, "    ", "  "), wrap(about, width, "      ")].join("\n");
    },
  });
}

/** What still is too long goes on in the next line: under the start of a paragraph, or further in than a list. */
export function fitted(text: string, width: number): string {
  const lines = text.split("\n").map((line) => {
    const [indent = ""] = /^ */.exec(line) ?? [];
    return textWidth(line) <= width ? line : wrap(line.trimStart(), width, indent && `${indent}    `, indent);
  });
  return lines.join("\n");
}
