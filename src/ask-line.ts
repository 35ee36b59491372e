import { createInterface } from "node:readline/promises";
import type { Writable } from "node:stream";
import type { World } from "./world.ts";

/** Asks for one line in a terminal. Empty where the input ends. */
export async function askLine({ stdin, stderr }: World, question: string): Promise<string> {
  const lines = createInterface({ input: stdin, output: stderr as Writable, terminal: false });
  const ended = new Promise<string>((done) => lines.once("close", () => done("")));
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}
