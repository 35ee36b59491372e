import { compileScript } from "../report/html/compile-asset.ts";

/** The compiled script of the form page. In the built program this module holds the script as a text. */
export const formScript = await compileScript(new URL("./browser/form-main.ts", import.meta.url));
