import { packJsonSchemas } from "../../src/pack/json-schema.ts";

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly additionalProperties?: Node | boolean;
  readonly anyOf?: readonly Node[];
}

/** A key of a file: its path, with `<id>` for what an author names, and what it is for. */
export interface Key {
  readonly path: string;
  readonly about: string;
  readonly isNeeded: boolean;
}

/** Every key that a file of a pack can have, as its schema describes it. */
export function keysOf(part: keyof ReturnType<typeof packJsonSchemas>): Key[] {
  return walk(packJsonSchemas()[part] as Node, "");
}

function walk(node: Node, path: string): Key[] {
  const inside = (key: string) => (path === "" ? key : `${path}.${key}`);
  const own = Object.entries(node.properties ?? {}).flatMap(([key, value]) => [
    { path: inside(key), about: describe(value), isNeeded: node.required?.includes(key) === true },
    // What has a sentence and its sources is told once.
    ...(isSaying(value) ? [] : walk(value, inside(key))),
  ]);
  const more = typeof node.additionalProperties === "object" ? walk(node.additionalProperties, inside("<id>")) : [];
  return [
    ...own,
    ...(node.items ? walk(node.items, path) : []),
    ...(node.anyOf ?? []).flatMap((one) => walk(one, path)),
    ...more,
  ];
}

function describe({ description, items }: Node): string {
  return description ?? items?.description ?? "";
}

function isSaying(node: Node): boolean {
  const { properties } = node.items ?? node;
  return Object.keys(properties ?? {}).join() === "say,sources";
}

/** A file's keys as a table of Markdown, with its columns filled up as the formatter does. */
export function keyTable(part: Parameters<typeof keysOf>[0]): string {
  const keys = keysOf(part).map(({ path, about, isNeeded }) => {
    return [`\`${path}\``, isNeeded ? "yes" : "", about.replaceAll("|", "\\|")];
  });
  const rows = [["key", "needed", "what it is"], ...keys];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const write = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const [head = "", ...body] = rows.map((row) => write(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return [head, write(widths.map((width) => "-".repeat(width))), ...body].join("\n");
}
