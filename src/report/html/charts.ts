import { type Html, html } from "./markup.ts";

/** Pictures without words: the figures always stand beside them as text, so readers of the text alone miss nothing. */

/** A bar of a share of the line, in front of the track that it could have filled. */
export function bar(share: number, color: string, track = 1): Html {
  return html`
    <svg class="bar" width="100%" height="10" aria-hidden="true">
    <rect class="track" width="${percentOf(track)}" height="10"/>
    <rect class="${color}" width="${percentOf(share)}" height="10"/>
    </svg>`;
}

/** A bar from the middle: to the right for what speaks for the first role, to the left for the other. -1 to 1. */
export function diverging(share: number, color: string): Html {
  const width = Math.abs(share) / 2;
  return html`
    <div class="diverging"><svg width="100%" height="10" aria-hidden="true">
    <rect class="${color}" x="${percentOf(share < 0 ? 0.5 - width : 0.5)}" width="${percentOf(width)}" height="10"/>
    </svg></div>`;
}

/** Parts of a whole, one after the other. */
export function stacked(parts: readonly { readonly share: number; readonly color: string }[]): Html {
  let from = 0;
  const drawn = parts.map(({ share, color }) => {
    const x = from;
    from += share;
    return html`<rect class="${color}" x="${percentOf(x)}" width="${percentOf(share)}" height="10"/>`;
  });
  return html`<svg class="bar" width="100%" height="10" aria-hidden="true">${drawn}</svg>`;
}

/** A share of the line, to a hundredth of a percent: the same text on every machine. */
export function percentOf(share: number): string {
  return `${Math.round(Math.max(0, Math.min(1, share)) * 1e4) / 100}%`;
}
