import type { Command } from "commander";
import { usage } from "../fault.ts";

/** Parses a repeatable option: adds a value to those of earlier occurrences. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/**
 * Refuses what Commander accepts silently: an option as the value of another (`--bookstore --mba planned`), and several
 * values for one option, of which Commander keeps the last. Also makes `--output -` mean standard output.
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

/** Is it an option, perhaps with a value, as in `--format=json` or `-pmy-pack`? A file of that name needs `./`. */
function isOption(command: Command, value: string): boolean {
  const [flag = ""] = value.startsWith("--") ? value.split("=") : [value.slice(0, 2)];
  return ["--help", "-h"].includes(flag) || command.options.some(({ short, long }) => short === flag || long === flag);
}
