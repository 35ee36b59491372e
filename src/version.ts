import manifest from "../package.json" with { type: "json" };

/** The version of the program, which every advice names. */
export const version: string = manifest.version;
