import { print } from "../output.ts";
import { english, formatNumber } from "../pack/language.ts";
import type { World } from "../world.ts";

const every = 200;

/**
 * Rows, and the part of all bytes that is done where these are known, in one line on standard error. Nothing where that is no
 * terminal, or `isHidden`, since the rows themselves go there.
 */
export function showProgress(
  { stderr, env }: World,
  total: number | null,
  isHidden: boolean,
  now = () => performance.now(),
) {
  const isSilent = isHidden || stderr.isTTY !== true || env["TERM"] === "dumb";
  const line = (text: string) => print(stderr, `\r\u001b[K${text}`);
  let told = now();
  let isShown = false;
  return {
    /** Says how far it is, if some time has passed since it last did. */
    tell: async (rows: number, bytes: number) => {
      if (isSilent || now() - told < every) return;
      told = now();
      isShown = true;
      const part = total === null || total === 0 ? "" : `, ${Math.floor((100 * bytes) / total)} %`;
      await line(`${formatNumber(english, rows)} rows${part}`);
    },
    /** Takes the line away. */
    clear: async () => {
      if (isShown) await line("");
    },
  };
}
