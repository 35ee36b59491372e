import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** npm leaves out what a registry does not serve to the machine that writes the file; then `npm ci` fails everywhere else. */
test("the lock file holds the builds of every platform", () => {
  const { packages }: { packages: Record<string, Locked> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([, version]) => /^\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => ({ path, name, version })),
  );
  expect(wanted.length).toBeGreaterThan(20);
  const missing = wanted.filter(({ path, name, version }) => {
    const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
    return !places.some((place) => packages[place]?.version === version);
  });
  expect(missing.map(({ name, version }) => `${name}@${version}`)).toEqual([]);
});
