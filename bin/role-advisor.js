#!/usr/bin/env node
// From Node 22.1 on the compiled program is kept for the next start.
require("node:module").enableCompileCache?.();
const { run, thisProcess } = require("../dist/cli/cli.cjs");
run(thisProcess()).then((code) => {
  process.exitCode = code;
});
