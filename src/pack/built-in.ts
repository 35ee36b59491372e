import { loadFolder } from "./load-folder.ts";
import type { Pack } from "./pack.ts";

/** The pack that ships with the program. The build replaces this module with the checked pack as plain data. */
export const builtIn: Pack = loadFolder("data");
