export * from "./engine.ts";
export { loadPack } from "./pack/find.ts";
