import { isAbsolute, join } from "node:path";
import type { World } from "./world.ts";

/** The folder in which the platform expects programs to keep their state. Null if no home folder is known. */
export function stateFolder({ env, platform }: Pick<World, "env" | "platform">): string | null {
  const home = env["HOME"] || env["USERPROFILE"];
  const under = (...path: string[]) => (home ? join(home, ...path) : null);
  const absolute = (folder: string | undefined) => (folder && isAbsolute(folder) ? folder : null);
  const folder =
    platform === "win32"
      ? (absolute(env["LOCALAPPDATA"]) ?? under("AppData", "Local"))
      : platform === "darwin"
        ? under("Library", "Application Support")
        : (absolute(env["XDG_STATE_HOME"]) ?? under(".local", "state"));
  return folder && join(folder, "role-advisor");
}
