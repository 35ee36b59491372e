import { execFileSync } from "node:child_process";

/** Builds the program once, for tests that run it as a person does. */
export default function build(): void {
  execFileSync("node", ["make-words.mjs"]);
  execFileSync("npx", ["rolldown", "-c"], { stdio: ["ignore", "ignore", "inherit"] });
}
