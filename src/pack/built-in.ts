import { readPackFiles } from "./load.ts";
import type { Pack } from "./pack.ts";
import { parsePack } from "./parse.ts";

/** The pack that ships with the program. The build replaces this module by the checked pack as plain data. */
export const builtIn: Pack = parsePack(readPackFiles("data"), "data");
