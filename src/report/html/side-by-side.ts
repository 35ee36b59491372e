import { compareRoles } from "../role-comparison.ts";
import { type Html, html } from "./markup.ts";
import type { Setting } from "./page-setting.ts";

/** The roles side by side, field by field; each cell names its role, so that it reads on a narrow page too. */
export function showRoles({ pack, look, cited }: Setting): Html[] {
  const fields = compareRoles(pack, pack.roles).sections.flatMap(({ block }) =>
    block.type === "table" ? block.rows : [],
  );
  const label = (place: number) => look(pack.roles[place]?.id ?? "").label;
  return fields.map(
    ({ name, cells }) => html`
      <h3>${name}</h3>
      <dl class="sides">${cells.map(
        (says, place) =>
          says.length > 0 &&
          html`
          <div><dt>${label(place)}</dt>
          ${says.map((said) => html`<dd>${cited(said)}</dd>`)}</div>`,
      )}</dl>`,
  );
}
