import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";

const source = readFileSync("bin/role-advisor.js", "utf8").replace(/^#!.*/, "");

/** Runs the file as a version of Node would: what it writes, its exit code, and what it loads. */
function startOn(version: string) {
  const said: string[] = [];
  const loaded: string[] = [];
  const stderr = { write: (text: string) => said.push(text) };
  const process = { version: `v${version}`, versions: { node: version }, stderr, exitCode: 0 };
  const require = (name: string) => {
    loaded.push(name);
    return { run: async () => 0, thisProcess: () => ({}) };
  };
  runInNewContext(source, { process, require, Number });
  return { said: said.join(""), code: process.exitCode, loaded };
}

test.each(["14.21.3", "18.20.4", "20.16.0"])("on Node %s it says in one line what it needs", (version) => {
  expect(startOn(version)).toEqual({
    said: `role-advisor: needs Node 20.17 or newer, and this is v${version}; see https://nodejs.org\n`,
    code: 1,
    loaded: [],
  });
});

test.each([
  ["20.17.0", []],
  ["22.1.0", ["node:module"]],
  ["24.0.0", ["node:module"]],
  ["26.3.1", ["node:module"]],
])("on Node %s it starts", (version, before) => {
  expect(startOn(version).loaded).toEqual([...before, "../dist/cli/cli.cjs"]);
});

test.each([
  ["--help", ["commands"]],
  ["--example", ["result", "shared"]],
  ["--interest both", ["result", "shared"]],
  ["--answers data/examples/reader-a.yaml", ["result", "shared", "yaml"]],
  // What asks is loaded beside it, as in a terminal.
  ["--version", ["asking", "files", "shared"]],
])("loads for %s no part of the program beside the start but %j, and opens no standard input", (flags, parts) => {
  const also = parts.includes("asking") ? `require("./dist/cli/asking.cjs");` : "";
  const script = `
    process.argv.splice(1, 0, "role-advisor");
    Object.defineProperty(process, "stdin", { get: () => console.error("standard input") });
    const { run, thisProcess } = require("./dist/cli/cli.cjs");
    ${also}
    run(thisProcess()).then(() => console.error(Object.keys(require.cache).join("\\n")));`;
  const { stderr } = spawnSync(process.execPath, ["-e", script, "--", ...flags.split(" ")], {
    encoding: "utf8",
    env: { ...process.env, CI: "" },
  });
  const loaded = stderr
    .trim()
    .split("\n")
    .map((file) => basename(file, ".cjs"));
  expect(loaded.sort()).toEqual(["cli", "rolldown-runtime", ...parts].sort());
});

test("is written in a language that Node 8 reads", () => {
  expect(source).not.toMatch(/\?\.|\?\?|\|\|=|&&=|#\w|\bawait\b|\bimport\b/);
  expect(spawnSync(process.execPath, ["--check", "bin/role-advisor.js"]).status).toBe(0);
});
