import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "vitest";

/** A disk of so many kilobytes for as long as the test runs, which is skipped on a machine that lets nobody mount one. */
export function smallDisk({ skip, onTestFinished }: TestContext, kilobytes: number): string {
  const disk = mkdtempSync(join(tmpdir(), "role-advisor-disk-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk]);
  if (status !== 0) skip("this machine lets nobody mount a small disk");
  onTestFinished(() => {
    spawnSync("umount", [disk]);
  });
  return disk;
}
