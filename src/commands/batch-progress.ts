import { print } from "../output.ts";
import { english, formatNumber } from "../pack/language.ts";
import type { World } from "../world.ts";

/** Milliseconds between two updates. */
const interval = 200;

/**
 * Shows progress in one line on standard error: the number of rows, and the percentage of bytes if their total is known. Shows
 * nothing if standard error is no terminal, or if `isHidden`, because rows are printed to the same terminal.
 */
export function showProgress(
  { stderr, env }: World,
  total: number | null,
  isHidden: boolean,
  now = () => performance.now(),
) {
  const isSilent = isHidden || stderr.isTTY !== true || env["TERM"] === "dumb";
  const line = (text: string) => print(stderr, `\r\u001b[K${text}`);
  let updated = now();
  let isShown = false;
  return {
    /** Updates the line if the interval has passed. */
    update: async (rows: number, bytes: number) => {
      if (isSilent || now() - updated < interval) return;
      updated = now();
      isShown = true;
      const part = total === null || total === 0 ? "" : `, ${Math.floor((100 * bytes) / total)} %`;
      await line(`${formatNumber(english, rows)} rows${part}`);
    },
    clear: async () => {
      if (isShown) await line("");
    },
  };
}
