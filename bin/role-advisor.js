#!/usr/bin/env node
import module from "node:module";

// From Node 22.1 on the compiled program is kept for the next start.
module.enableCompileCache?.();
const { run } = await import("../dist/cli/cli.js");
process.exitCode = await run(process);
