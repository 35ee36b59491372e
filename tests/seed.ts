import fc from "fast-check";

/**
 * The seed of the property tests: always the same, so that a change passes or fails for what it is. SEED=random draws another
 * for each property, and SEED=<number> repeats the one that a failure names.
 */
const { SEED = "20260718" } = process.env;

if (SEED !== "random") fc.configureGlobal({ seed: Number(SEED) });
