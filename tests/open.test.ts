import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openFile } from "../src/open.ts";
import { emptyFolder } from "./terminal/terminal.ts";
import { plainWorld } from "./world.ts";

it.each<[string, string | null, Record<string, string>, boolean]>([
  ["what the system has opens it", "#!/bin/sh\nexit 0", { DISPLAY: ":0" }, true],
  ["a browser that stays open counts as well", "#!/bin/sh\nexec sleep 3", { WAYLAND_DISPLAY: "w" }, true],
  ["it finds nothing to open it with", "#!/bin/sh\nexit 3", { DISPLAY: ":0" }, false],
  ["the system has nothing", null, { DISPLAY: ":0" }, false],
  ["there is no desktop", "#!/bin/sh\nexit 0", {}, false],
])("tells whether a file is open: %s", async (_, script, env, isOpen) => {
  const folder = emptyFolder();
  if (script !== null) writeFileSync(join(folder, "xdg-open"), script);
  if (script !== null) chmodSync(join(folder, "xdg-open"), 0o755);
  const path = `${folder}:${script?.includes("sleep") ? process.env["PATH"] : ""}`;
  expect(await openFile({ ...plainWorld, env: { PATH: path, ...env } }, "report.html")).toBe(isOpen);
});
