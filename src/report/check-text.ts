import { type Place, sayAlso } from "../fault.ts";
import { plural } from "../pack/language.ts";
import type { Checked, Problem } from "./check-record.ts";
import { type Page, textWidth, wrap } from "./terminal-page.ts";

type Lines = Readonly<Record<string, readonly string[]>>;

/**
 * Renders problems as a compiler does: place, message, source line, caret. The message is wrapped only for a terminal,
 * so that other programs can read it as one line. `lines` holds the lines of each file.
 */
export function renderCheck(checked: Checked, lines: Lines, page: Page, isTerminal: boolean): string {
  const problems = checked.problems.map((problem) => `${sayProblem(problem, lines, page, isTerminal)}\n\n`);
  return `${problems.join("")}${sayResult(checked, page)}\n`;
}

function sayProblem(problem: Problem, lines: Lines, page: Page, isTerminal: boolean): string {
  const { file, line, column, severity, message } = problem;
  const { paint } = page;
  const place = placeInWords(problem);
  const at = place === "" ? "" : `${paint.bold(place)}: `;
  const label = severity === "error" ? paint.red.bold("error") : paint.yellow.bold("warning");
  const text = line === undefined ? undefined : lines[file ?? ""]?.[line - 1];
  const excerpt = text === undefined || line === undefined ? [] : showLine(text, line, column ?? 1, page);
  const sentence = `${at}${label}: ${message}${sayAlso(problem)}`;
  return [isTerminal ? wrap(sentence, page.width, "  ", "") : sentence, ...excerpt].join("\n");
}

/** Shows a line with a caret under the column. A long line is cut to the part around the column. */
function showLine(text: string, line: number, column: number, { width, paint }: Page): string[] {
  const number = `${line}`;
  const room = width - number.length - 4;
  const start = column <= room - 8 ? 0 : column - Math.floor(room / 2);
  // Tabs and other control characters would move the caret away from its character.
  const part = [...text.slice(start)].map((c) => (c < " " ? " " : c)).join("");
  const before = textWidth(part.slice(0, column - 1 - start));
  const gutter = " ".repeat(number.length);
  return [
    `${paint.dim(` ${number} |`)} ${part.slice(0, room)}`.trimEnd(),
    `${paint.dim(` ${gutter} |`)} ${" ".repeat(before)}${paint.red("^")}`,
  ];
}

/** Sums up the check. With several errors it says where to start, because one fault can cause others. */
function sayResult({ folder, pack, isBuiltIn, outcomes, errors, warnings, problems }: Checked, page: Page): string {
  const { paint } = page;
  const counts = Object.entries({ error: errors, warning: warnings })
    .flatMap(([severity, n]) => (n > 0 ? [`${n} ${plural(n, severity)}`] : []))
    .join(", ");
  if (pack === null || outcomes === null || errors > 0) {
    const first = paint.bold(`${counts} in ${folder}`);
    if (problems[0] === undefined || errors < 2) return first;
    return `${first}\nStart with ${placeInWords(problems[0])}, then check again: one fault can cause others.`;
  }
  const { expected: n } = outcomes;
  const outcomesHold = n === 1 ? "its 1 expected outcome holds" : `all ${n} expected outcomes hold`;
  const version = `${pack.id} ${pack.version}`;
  const which = isBuiltIn ? `The built-in pack, ${version},` : `${version} in ${folder}`;
  const success = `${which} is right: ${pack.questions} questions, ${pack.roles} roles, ${n === 0 ? "it expects no outcomes yet" : outcomesHold}`;
  return paint.bold(warnings === 0 ? `${success}.` : `${success}; ${counts}.`);
}

function placeInWords({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
