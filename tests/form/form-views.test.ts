import { expect, test } from "vitest";
import { showWelcome } from "../../src/form/browser/form-views.ts";
import { builtIn } from "../../src/pack/built-in.ts";

test("the form page begins with the pack's intro, but where it collects answers and gives no advice", () => {
  const promise = "You'll hear why, how sure it is";
  expect(builtIn.intro).toContain(promise);
  const welcome = (isCollecting: boolean) => `${showWelcome(builtIn, "", isCollecting)}`.replaceAll("&#39;", "'");
  expect(welcome(false)).toContain(promise);
  expect(welcome(true)).not.toContain(promise);
  expect(welcome(true)).toContain(builtIn.title);
});
