import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";

/** Puts a disk of so many kilobytes at a folder; false on a machine that lets nobody do so. */
export function mountSmallDisk(at: string, kilobytes: number): boolean {
  mkdirSync(at, { recursive: true });
  const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", at]).status === 0;
  if (!isMounted) console.warn("skipped: this machine lets nobody mount a small disk");
  return isMounted;
}

export function unmount(at: string): void {
  spawnSync("umount", [at]);
}
