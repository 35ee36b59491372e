import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { fault, RoleAdvisorError, usage } from "./fault.ts";
import { limits } from "./limits.ts";
import { whyNot } from "./output.ts";
import type { World } from "./world.ts";

/** Reads the file, device or pipe of this name, or standard input for "-". `file` is its name in faults. */
export async function readText(world: World, name: string): Promise<{ text: string; file: string }> {
  if (name === "-") return { text: await readStandardInput(world), file: "standard input" };
  if (name !== "") return { text: readFile(resolve(world.cwd(), name), name), file: name };
  const why = "the name of a file is empty; write one, or - for standard input";
  throw usage(why);
}

/** Reads a file. A device or a pipe reports no size, so it is read until it ends or exceeds `limits.fileBytes`. */
export function readFile(path: string, file: string): string {
  try {
    const descriptor = openSync(path, "r");
    try {
      const bytes = Buffer.alloc(Math.min(fstatSync(descriptor).size || limits.fileBytes, limits.fileBytes) + 1);
      let length = 0;
      while (length < bytes.length) {
        const read = readSync(descriptor, bytes, length, bytes.length - length, null);
        if (read === 0) return bytes.toString("utf8", 0, length);
        length += read;
      }
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file })]);
  }
  throw new RoleAdvisorError([fault("too-large", {}, { file })]);
}

/** @throws RoleAdvisorError if standard input holds more than `limits.fileBytes`. */
async function readStandardInput({ stdin }: World): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdin) {
    const part = Buffer.from(chunk);
    chunks.push(part);
    bytes += part.length;
    if (bytes > limits.fileBytes) throw new RoleAdvisorError([fault("too-large", {}, { file: "standard input" })]);
  }
  return Buffer.concat(chunks).toString("utf8");
}
