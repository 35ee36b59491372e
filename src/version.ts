import manifest from "../package.json" with { type: "json" };

/** Version of the program, as every advice carries it. */
export const version: string = manifest.version;
