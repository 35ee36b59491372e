export type { Advice } from "./advice/advice.ts";
export { advise } from "./advice/advise.ts";
export type { Answers } from "./advice/scorecard.ts";
export { parseAnswers } from "./answers/parse.ts";
export { RoleAdvisorError } from "./fault.ts";
export type { PackFiles } from "./pack/files.ts";
export { loadPack } from "./pack/find.ts";
export type { Pack } from "./pack/pack.ts";
export { parsePack } from "./pack/parse.ts";
