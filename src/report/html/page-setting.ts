import type { Advice } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { Citations } from "../citations.ts";
import type { Said } from "../document.ts";
import { type Html, html } from "./markup.ts";
import { looksOf, type RoleLook } from "./role-looks.ts";

/** What every part of the page is made of. */
export interface Setting {
  readonly pack: Pack;
  readonly advice: Advice;
  /** Numbers the sources in the order in which the page first cites them. */
  readonly citations: Citations;
  /** How a role looks on this page, by its id. */
  readonly look: (role: string) => RoleLook;
  /** A sentence, and the numbers of its sources as links to the list at the end. */
  readonly cited: (said: Said) => Html;
}

export function settingFor(pack: Pack, advice: Advice): Setting {
  const citations = new Citations(pack.sources);
  const link = (n: number) => html`<a href="#source-${n}" aria-label="${say(pack, "page.source", { n })}">${n}</a>`;
  return {
    pack,
    advice,
    citations,
    look: looksOf(pack),
    cited: (said) => {
      const { say: sentence, sources } = typeof said === "string" ? { say: said, sources: [] } : said;
      return html`${sentence}${sources.length > 0 && html`<span class="cite">${citations.numbers(sources).map(link)}</span>`}`;
    },
  };
}

/** A part of the page; without a body it is left out. */
export interface PagePart {
  readonly id: string;
  readonly title: string;
  readonly body: Html | null;
}

/** The markup of a list, or null where the list is empty. */
export function unlessEmpty<T>(items: readonly T[], show: (items: readonly T[]) => Html): Html | null {
  return items.length === 0 ? null : show(items);
}
