import type { Advice } from "../advice/advice.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { adviceSections } from "./advice-document.ts";
import { sectionsAsText } from "./document-text.ts";
import { finished, type Page } from "./page.ts";
import { type Invocation, replayCommand, type Whose } from "./replay.ts";
import { layTop, renderScreen } from "./screen.ts";

export interface RenderOptions extends Whose, Invocation {
  readonly page: Page;
  /** All that the advice holds, instead of one screen. */
  readonly details: boolean;
}

/** The advice for a terminal (DESIGN 8): one screen, or with `details` all that the record holds. */
export function renderText(pack: Pack, advice: Advice, { page, details, named, program }: RenderOptions): string {
  const replay = `${replayCommand(named, program)} ${advice.code}`;
  if (!details) return finished(`${renderScreen(pack, advice, page, { named, program }, replay).join("\n")}\n`, page);
  const sections = sectionsAsText(adviceSections(pack, advice), pack, page);
  const top = layTop(pack, advice, page).join("\n").trimEnd();
  const again = `${page.paint.bold(say(pack, "end.again"))}\n${page.paint.cyan(replay)}`;
  return finished(`${[top, ...sections, again].join("\n\n")}\n`, page);
}
