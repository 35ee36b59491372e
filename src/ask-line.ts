import { createInterface } from "node:readline/promises";
import type { Writable } from "node:stream";
import type { World } from "./world.ts";

/** Asks a question on standard error and reads one line of standard input. Returns "" when the input ends first. */
export async function askLine({ stdin, stderr }: World, question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr as Writable, terminal: false });
  const ended = new Promise<string>((done) => lines.once("close", () => done("")));
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}
