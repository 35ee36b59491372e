import { compileScript } from "../report/html/compile-asset.ts";

/** The compiled script of the form page. The build replaces this module by the text. */
export const formScript = await compileScript(new URL("./browser/form-main.ts", import.meta.url));
