import { expect, it } from "vitest";
import { ownCommand } from "../src/own-command.ts";

const npx = { npm_command: "exec", PATH: "/usr/bin" };
const plain = { PATH: "/usr/local/bin:/usr/bin" };
const cache = "/home/ada/.npm/_npx/c0ffee/node_modules/.bin/role-advisor";

it.each<[string, string, Record<string, string>, string, string]>([
  ["by npx", cache, npx, "linux", "npx role-advisor"],
  ["by npx on Windows", "C:\\x\\node_modules\\role-advisor\\bin\\role-advisor.js", npx, "win32", "npx role-advisor"],
  ["by its name", "/usr/local/bin/role-advisor", plain, "linux", "role-advisor"],
  ["from a clone", "/work/it/bin/role-advisor.js", plain, "linux", "node bin/role-advisor.js"],
  ["by a Node that npx brings", "/work/it/bin/role-advisor.js", npx, "linux", "node bin/role-advisor.js"],
  ["from elsewhere", "/opt/my tools/role-advisor.js", plain, "linux", "node '/opt/my tools/role-advisor.js'"],
  [
    "as a link in the folder",
    "/work/it/node_modules/.bin/role-advisor",
    plain,
    "linux",
    "./node_modules/.bin/role-advisor",
  ],
])("what was started %s is started the same way again", (_, file, env, platform, command) => {
  expect(ownCommand({ argv: ["node", file], env, platform, cwd: () => "/work/it" })).toBe(command);
});
