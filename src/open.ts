import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { print } from "./output.ts";
import type { World } from "./world.ts";

/** Opens a file with what the system has for it. The file is written by then, so a failure is only said. */
export async function openFile(world: World, name: string): Promise<void> {
  const command = { darwin: "open", win32: "explorer" }[world.platform] ?? "xdg-open";
  const opener = spawn(command, [resolve(world.cwd(), name)], { detached: true, stdio: "ignore", env: world.env });
  opener.unref();
  try {
    await once(opener, "spawn");
  } catch {
    await print(world.stderr, `${command} could not be started; open ${name} in a browser yourself\n`);
  }
}
