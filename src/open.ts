import { once } from "node:events";
import { resolve } from "node:path";
import type { World } from "./world.ts";

/** Opens a file with what the system has for it. False where that cannot show it, as in a session without a desktop. */
export async function openFile(world: World, name: string): Promise<boolean> {
  const { env, platform } = world;
  const command = { darwin: "open", win32: "explorer" }[platform] ?? "xdg-open";
  const hasDesktop = env["DISPLAY"] || env["WAYLAND_DISPLAY"] || env["WSL_DISTRO_NAME"];
  if (command === "xdg-open" && !hasDesktop) return false;
  // It takes a tenth of a start to load, and hardly anybody opens a file.
  const { spawn } = await import("node:child_process");
  const opener = spawn(command, [resolve(world.cwd(), name)], { detached: true, stdio: "ignore", env });
  opener.unref();
  // One that finds nothing to open a file with says so soon; Explorer ends with 1 whatever happened.
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
