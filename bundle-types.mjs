// Bundles the types of the API into two files instead of a hundred: each imported module becomes a declared module. The
// types of the advice and of a summary are generated from their JSON Schemas, so that users of the API need not install
// valibot, with which the schemas are written.
//   node bundle-types.mjs [folder], after rolldown has written dist/schema, and tsc dist/types/src or <folder>/src
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const folder = process.argv[2] ?? "dist/types";
const root = join(folder, "src");
const relative = /(from |import\()"(\.[^"]+)"/g;
const fromSchema = {
  "advice/advice-schema": { name: "AdviceRecord", schema: "dist/schema/advice.json" },
  "cohort/summary-schema": { name: "SummaryRecord", schema: "dist/schema/summary.json" },
};
const nameOf = (file) => `role-advisor/types/${file}`;

const files = ["index"];
const modules = [];
for (const file of files) modules.push(`declare module "${nameOf(file)}" {\n${contentOf(file)}\n}\n`);
rmSync(folder, { recursive: true });
mkdirSync(folder);
writeFileSync(join(folder, "modules.d.ts"), modules.join("\n"));
writeFileSync(
  join(folder, "index.d.ts"),
  `/// <reference path="./modules.d.ts" />\nexport * from "${nameOf("index")}";\n`,
);

function contentOf(file) {
  const record = fromSchema[file];
  if (record !== undefined) {
    return `export type ${record.name} = ${typeOf(JSON.parse(readFileSync(record.schema, "utf8")), "")};`;
  }
  const text = readFileSync(join(root, `${file}.d.ts`), "utf8");
  const withModuleNames = text.replaceAll(relative, (_, before, path) => {
    const target = normalize(join(dirname(file), path)).replace(/\.[jt]s$/, "");
    if (!files.includes(target)) files.push(target);
    return `${before}"${nameOf(target)}"`;
  });
  return withModuleNames.replaceAll(/^(export )?declare /gm, "$1").trim();
}

function typeOf(schema, indent) {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf !== undefined) return schema.anyOf.map((member) => typeOf(member, indent)).join(" | ");
  if (schema.type === "array") return `ReadonlyArray<${typeOf(schema.items, indent)}>`;
  if (schema.type === "object" && schema.properties === undefined) {
    return `Readonly<Record<string, ${typeOf(schema.additionalProperties, indent)}>>`;
  }
  if (schema.type === "object") {
    const inside = `${indent}  `;
    const keys = Object.entries(schema.properties).map(([key, value]) => {
      const about = value.description === undefined ? "" : `${inside}/** ${value.description} */\n`;
      const isNeeded = schema.required?.includes(key) ? "" : "?";
      return `${about}${inside}readonly ${key}${isNeeded}: ${typeOf(value, inside)};\n`;
    });
    return `{\n${keys.join("")}${indent}}`;
  }
  if (schema.type === "integer") return "number";
  if (["string", "number", "boolean", "null"].includes(schema.type)) return schema.type;
  throw new Error(`no type is known for ${JSON.stringify(schema).slice(0, 200)}`);
}
