import type { Pull } from "../../advice/advice.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { traitName } from "../advice-sentences.ts";
import { drawZones, type Ink, neutral, solid } from "./charts.ts";
import { type Html, html } from "./markup.ts";

/** The pulls of one sitting. The name is null when there is nothing to compare them with. */
interface PullSeries {
  readonly name: string | null;
  readonly pulls: readonly Pull[];
}

/** Shares of what was possible that separate faint, some and strong pulls (DESIGN 5.10). */
const zones = [1 / 6, 1 / 2];

/** Draws, for each trait and series, a bar of the share of possible evidence. The first series decides the order. */
export function drawPulls(pack: Pack, series: readonly PullSeries[]): Html | null {
  const [first] = series;
  const sortedPulls = (first?.pulls ?? [])
    .filter(({ trait }) => series.some(({ pulls }) => pulls.some((one) => one.trait === trait && one.possible > 0)))
    .toSorted((a, b) => shareOf(b) - shareOf(a));
  const legend = (["faint", "some", "strong"] as const).map((pull) => html`<span>${say(pack, `pull.${pull}`)}</span> `);
  const items = sortedPulls.map(
    ({ trait }) => html`
      <li><h3><bdi>${traitName(pack, trait)}</bdi></h3>${series.map((one, i) => drawPull(pack, one, trait, i))}</li>`,
  );
  if (items.length === 0) return null;
  return html`
    <p class="zones" aria-hidden="true">${legend}</p>
    <ul class="pulls">${items}</ul>`;
}

function drawPull(pack: Pack, { name, pulls }: PullSeries, trait: string, place: number): Html {
  const pull = pulls.find((one) => one.trait === trait);
  if (pull === undefined || pull.possible === 0)
    return html`<p class="figure"><bdi>${name}</bdi> ${say(pack, "pull.unknown")}</p>`;
  const { had, possible } = pull;
  const figure = html`<b>${say(pack, `pull.${pull.pull ?? "unknown"}`)}</b> ${say(pack, "pull.amount", { had, possible })}`;
  return html`${drawZones(shareOf(pull), inks[place % inks.length] ?? solid, zones)}<p class="figure">${name && html`<bdi>${name}</bdi>: `}${figure}</p>`;
}

const inks: readonly Ink[] = [solid, neutral];

function shareOf({ had, possible }: Pull): number {
  return possible === 0 ? 0 : had / possible;
}
