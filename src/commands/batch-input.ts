import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { fault, RoleAdvisorError, usage } from "../fault.ts";
import { limits } from "../limits.ts";
import { whyNot } from "../output.ts";
import type { World } from "../world.ts";

/** The source of rows: a file or standard input. */
export interface Input {
  /** Name of the input in faults. */
  readonly name: string;
  readonly stream: Readable;
  /** Size of the input; null if unknown. */
  readonly bytes: number | null;
}

const chunkBytes = 1 << 16;

/** Opens a file, or standard input for "-" and if there is no name. @throws RoleAdvisorError if it cannot be read. */
export function openInput(world: World, file: string | undefined): Input {
  if (file === undefined && world.stdin.isTTY === true) {
    throw usage(
      'no rows were given; name a file, or pipe rows in; "role-advisor batch --template" prints an empty one',
    );
  }
  if (file === undefined || file === "-") return { name: "standard input", stream: world.stdin, bytes: null };
  const path = resolve(world.cwd(), file);
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    return {
      name: file,
      stream: createReadStream(path, { highWaterMark: chunkBytes }),
      bytes: stats.isFile() ? stats.size : null,
    };
  } catch (error) {
    throw cannotRead(file, error);
  }
}

/** Yields the bytes of the input. @throws RoleAdvisorError if reading fails. */
export async function* chunksOf({ name, stream }: Input): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  } catch (error) {
    throw cannotRead(name, error);
  }
}

/** Reads all bytes of a workbook, which cannot be read in pieces. @throws RoleAdvisorError if it is too large. */
export async function wholeOf(input: Input): Promise<Uint8Array> {
  const tooLarge = new RoleAdvisorError([
    fault(
      "not-a-workbook",
      { why: `is larger than ${limits.workbookBytes / 1e6} MB; save it as CSV` },
      { file: input.name },
    ),
  ]);
  if ((input.bytes ?? 0) > limits.workbookBytes) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(input)) {
    bytes += chunk.length;
    if (bytes > limits.workbookBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function cannotRead(file: string, error: unknown): RoleAdvisorError {
  return new RoleAdvisorError([fault("cannot-read", { why: whyNot(error) }, { file })]);
}
