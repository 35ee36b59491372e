import type { Command } from "commander";
import { usage } from "../fault.ts";

/** Collects what a repeatable option is given, each time it is. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/**
 * Refuses what Commander loses without a word: a value that is another option (`--bookstore --mba planned`), and all but
 * the last value of an option that is given twice. And takes `--output -` for standard output, as `--answers -` is input.
 */
export function checkOptions(command: Command): void {
  for (const option of command.options.filter(({ required, optional }) => required || optional)) {
    const flag = option.long ?? option.flags;
    let first: string | null | undefined;
    command.on(`option:${option.name()}`, (value: string | null) => {
      if (value !== null && isOption(command, value)) {
        throw usage(`${flag} needs a value; it was given "${value}"`);
      }
      if (first !== undefined && first !== value && option.parseArg !== collect) {
        const hint = flag === "--code" ? 'give it once, or look at both with "compare"' : "give it once";
        throw usage(`${flag} is given twice, as "${first ?? ""}" and "${value ?? ""}"; ${hint}`);
      }
      first = value;
      if (flag === "--output" && value === "-") command.setOptionValue("output", undefined);
    });
  }
}

/** Also with a value of its own: `--format=json`, `-pmy-pack`. A file with such a name is `./-pmy-pack`. */
function isOption(command: Command, value: string): boolean {
  const [flag = ""] = value.startsWith("--") ? value.split("=") : [value.slice(0, 2)];
  return ["--help", "-h"].includes(flag) || command.options.some(({ short, long }) => short === flag || long === flag);
}
