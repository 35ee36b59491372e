import * as v from "valibot";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { checkShape } from "../pack/shape.ts";
import { readYaml } from "../pack/yaml.ts";
import { fold, foldWhole, shortened } from "./fold.ts";
import type { Column } from "./header-rows.ts";

/** A column by its header, or by its number from 1; null says that the question has none. */
const where = v.nullable(v.union([v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))]));
/** By question; where the options have a column each, by option. */
const mapSchema = v.record(v.string(), v.union([where, v.record(v.string(), where)]));

interface Named {
  readonly question: number;
  readonly option: number | null;
  readonly where: v.InferOutput<typeof where>;
  readonly place: Place;
}

/** What somebody wrote for --columns: which column answers which question, where the program cannot know. */
export class ColumnMap {
  readonly #named: readonly Named[];

  /** @throws RoleAdvisorError with every fault of the file. */
  constructor(pack: Pack, text: string, file: string) {
    const yaml = readYaml(text, file);
    const { value, faults } = checkShape(mapSchema, yaml);
    if (value === undefined || faults.length > 0) throw new RoleAdvisorError(faults);
    const ids = pack.questions.map(({ id }) => id);
    const wrong: Fault[] = [];
    this.#named = Object.entries(value).flatMap(([id, given]): Named[] => {
      const question = ids.indexOf(id);
      const target = pack.questions[question];
      if (target === undefined) {
        wrong.push(fault("unknown-question", { given: id, known: ids }, yaml.keyAt([id])));
        return [];
      }
      if (given === null || typeof given !== "object") {
        return [{ question, option: null, where: given, place: yaml.at([id]) }];
      }
      const known = isList(target) ? target.options.map((option) => option.id) : [];
      return Object.entries(given).map(([word, column]) => {
        const option = known.indexOf(word);
        const place = yaml.keyAt([id, word]);
        if (option < 0) wrong.push(fault("unknown-option", { question: id, given: word, known }, place));
        return { question, option, where: column, place };
      });
    });
    if (wrong.length > 0) throw new RoleAdvisorError(wrong);
  }

  names(header: string): boolean {
    return this.#named.some(({ where }) => typeof where === "string" && isSame(where, header));
  }

  /** Gives the columns their questions. @throws RoleAdvisorError where there is no such column, or there are two. */
  apply(columns: readonly Column[]): void {
    const questions = new Set(this.#named.map(({ question }) => question));
    for (const column of columns) if (questions.has(column.question)) column.question = -1;
    const faults: Fault[] = [];
    for (const { question, option, where: given, place } of this.#named) {
      if (given === null) continue;
      const matches = columns.filter(({ index, name, text }) =>
        typeof given === "number" ? index === given - 1 : isSame(given, name) || isSame(given, text),
      );
      const [column] = matches;
      if (column === undefined || matches.length > 1) {
        faults.push(fault("no-such-column", { given: shortened(`${given}`), count: matches.length }, place));
      } else [column.question, column.option] = [question, option];
    }
    if (faults.length > 0) throw new RoleAdvisorError(faults);
  }
}

function isSame(given: string, header: string): boolean {
  return fold(given) === fold(header) || foldWhole(given) === foldWhole(header);
}
