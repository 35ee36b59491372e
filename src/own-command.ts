import { basename, delimiter, dirname, isAbsolute, relative } from "node:path";
import { shellWord } from "./shell-word.ts";
import type { World } from "./world.ts";

/**
 * The words with which the user started this program. Every command that the program suggests begins with them. They
 * are `npx role-advisor` under npx, `role-advisor` if the shell finds it on the PATH, and else the path of the file.
 */
export function ownCommand({ argv, env, platform, cwd }: Pick<World, "argv" | "env" | "platform" | "cwd">): string {
  const name = "role-advisor";
  const [, file = name] = argv;
  // On Windows, npm installs a script that starts the file inside the package; elsewhere it installs a link to it.
  const isCommand =
    basename(file) === name || (platform === "win32" && /node_modules[\\/]role-advisor[\\/]/.test(file));
  if (isCommand && env["npm_command"] === "exec") return `npx ${name}`;
  if (file === name || (isCommand && isOnPath(file, env["PATH"] ?? "", platform))) return name;
  const below = relative(cwd(), file);
  const path = below === "" || below.startsWith("..") || isAbsolute(below) ? file : `./${below.replaceAll("\\", "/")}`;
  return isCommand ? shellWord(path) : `node ${shellWord(path.replace(/^\.\//, ""))}`;
}

function isOnPath(file: string, path: string, platform: string): boolean {
  return platform === "win32" || path.split(delimiter).includes(dirname(file));
}
