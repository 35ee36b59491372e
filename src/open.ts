import { once } from "node:events";
import { resolve } from "node:path";
import type { World } from "./world.ts";

/** Opens a file with the system's program for it. Resolves with false if there is none, as without a desktop. */
export async function openFile(world: World, name: string): Promise<boolean> {
  const { env, platform } = world;
  const command = { darwin: "open", win32: "explorer" }[platform] ?? "xdg-open";
  const hasDesktop = env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["WSL_DISTRO_NAME"];
  if (command === "xdg-open" && !hasDesktop) return false;
  // This module takes a tenth of the start-up time to load, and few runs open a file.
  const { spawn } = await import("node:child_process");
  const opener = spawn(command, [resolve(world.cwd(), name)], { detached: true, stdio: "ignore", env });
  opener.unref();
  // An opener that finds no program fails within two seconds. Windows Explorer exits with 1 even when it succeeds.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), 2000);
  try {
    await once(opener, "spawn");
    const [code] = await once(opener, "exit", { signal: patience.signal });
    return code === 0 || platform === "win32";
  } catch {
    return patience.signal.aborted;
  } finally {
    clearTimeout(timer);
  }
}
