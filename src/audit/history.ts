import type { Pack } from "../pack/pack.ts";
import type { Warning } from "./warning.ts";

/** Questions and options of earlier versions that are nothing today: a code made with them loses those answers. */
export function findLostHistory({ history, questions, renamed }: Pack): Warning[] {
  const today = (old: string) => (Object.hasOwn(renamed, old) ? renamed[old] : undefined);
  return Object.entries(history).flatMap(([version, layout]) =>
    layout.flatMap(({ id, pick, options }): Warning[] => {
      const now = questions.find((question) => question.id === id) ?? questions.find((one) => one.id === today(id));
      if (now === undefined) return [lost("question", id, [version, id], "key")];
      return options.flatMap((option, i): Warning[] => {
        const isKept = now.options.some((one) => one.id === option);
        if (isKept || [id, now.id].some((question) => today(`${question}.${option}`) !== undefined)) return [];
        return [lost("option", `${id}.${option}`, [version, id, pick, i], "value")];
      });
    }),
  );
}

function lost(what: string, id: string, path: Warning["path"], part: Warning["part"]): Warning {
  const message = `the ${what} ${id} is no longer there, so old codes lose such answers; say under "renamed" in pack.yaml what it is called now, or leave it if it is gone for good`;
  return { code: "lost-history", message, file: "history.yaml", path, part };
}
