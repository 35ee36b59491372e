#!/usr/bin/env node
// Older versions of Node run this file as well, to report that they are too old; so it uses only syntax that they know.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 20 || (major === 20 && minor >= 17)) {
  // From Node 22.1 on, Node caches the compiled program for the next start.
  const { enableCompileCache } = major > 20 ? require("node:module") : {};
  if (enableCompileCache) enableCompileCache();
  const { run, thisProcess } = require("../dist/cli/cli.cjs");
  run(thisProcess()).then((code) => {
    process.exitCode = code;
  });
} else {
  process.stderr.write(
    `role-advisor: needs Node 20.17 or newer, and this is ${process.version}; see https://nodejs.org\n`,
  );
  process.exitCode = 1;
}
