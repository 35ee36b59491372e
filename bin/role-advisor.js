#!/usr/bin/env node
// From Node 22.1 on the compiled program is kept for the next start.
require("node:module").enableCompileCache?.();
const { run } = require("../dist/cli/cli.cjs");
run(process).then((code) => {
  process.exitCode = code;
});
