import { basename, delimiter, dirname, isAbsolute, relative } from "node:path";
import { shellWord } from "./shell-word.ts";
import type { World } from "./world.ts";

/**
 * The words that start this program again, as it was started: what it prints for people to type begins with them. They are
 * `npx role-advisor` under npx, `role-advisor` where the shell finds that by its name, and otherwise the way to the file.
 */
export function ownCommand({ argv, env, platform, cwd }: Pick<World, "argv" | "env" | "platform" | "cwd">): string {
  const name = "role-advisor";
  const [, file = name] = argv;
  // A package's command on Windows is a script that starts the file in the package; elsewhere it is a link.
  const isCommand =
    basename(file) === name || (platform === "win32" && /node_modules[\\/]role-advisor[\\/]/.test(file));
  if (isCommand && env["npm_command"] === "exec") return `npx ${name}`;
  if (file === name || (isCommand && isOnPath(file, env["PATH"] ?? "", platform))) return name;
  const near = relative(cwd(), file);
  const way = near === "" || near.startsWith("..") || isAbsolute(near) ? file : `./${near.replaceAll("\\", "/")}`;
  return isCommand ? shellWord(way) : `node ${shellWord(way.replace(/^\.\//, ""))}`;
}

function isOnPath(file: string, path: string, platform: string): boolean {
  return platform === "win32" || path.split(delimiter).includes(dirname(file));
}
