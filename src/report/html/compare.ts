import { profileFields } from "../../pack/pack.ts";
import { fieldName } from "../role-profile.ts";
import { type Html, html } from "./markup.ts";
import type { Setting } from "./setting.ts";

/** The roles side by side, field by field; each cell names its role, so it reads on a narrow page too. */
export function showComparison({ pack, look, cite }: Setting): Html | null {
  const fields = profileFields
    .map((field) => ({
      field,
      sides: pack.roles.flatMap(({ id, profile }) =>
        profile[field].length === 0 ? [] : [{ id, says: profile[field] }],
      ),
    }))
    .filter(({ sides }) => sides.length > 0);
  if (fields.length === 0) return null;
  return html`${fields.map(
    ({ field, sides }) => html`
      <h3>${fieldName(pack, field)}</h3>
      <dl class="sides">${sides.map(
        ({ id, says }) => html`
          <div><dt>${look(id).label}</dt>
          ${says.map(({ say, sources }) => html`<dd>${say}${cite(sources)}</dd>`)}</div>`,
      )}</dl>`,
  )}`;
}
