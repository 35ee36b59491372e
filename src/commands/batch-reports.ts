import { advise } from "../advice/advise.ts";
import { toCsvLine } from "../cohort/cells.ts";
import { fileNames, type Person } from "../cohort/people.ts";
import { openFolder } from "../files.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { renderHtml } from "../report/html/advice-page.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { type IndexEntry, renderIndexMarkdown, renderIndexPage } from "../report/report-index.ts";
import type { World } from "../world.ts";

export interface ReportsOptions {
  readonly folder: string;
  readonly format: "html" | "markdown";
  readonly isForced: boolean;
  /** The value of --pack. */
  readonly packName: string | undefined;
}

const codesStyle = { delimiter: ",", isRaw: false, lineEnd: "\n" };

/** Writes a folder with a report for each person, an index, and codes.csv. Memory holds a few lines for each person. */
export class Reports {
  readonly #pack: Pack;
  readonly #options: ReportsOptions;
  readonly #folder: ReturnType<typeof openFolder>;
  readonly #fileOf: (name: string) => string;
  readonly #entries: IndexEntry[] = [];
  readonly #codes = [toCsvLine(["id", "name", "file", "code"], codesStyle)];

  /** @throws RoleAdvisorError if the folder is not empty, and is not to be replaced. */
  constructor(world: World, pack: Pack, options: ReportsOptions) {
    this.#pack = pack;
    this.#options = options;
    this.#folder = openFolder(world, options.folder, options.isForced);
    this.#fileOf = fileNames(options.format === "html" ? ".html" : ".md");
  }

  /** Writes the report on a person. Rows without an advice are only listed in the index. */
  add({ row, id, name, date, answers, faults }: Person): void {
    const pack = this.#pack;
    const title = name || id || say(pack, "reports.row", { n: row });
    const entry = { name: title, id: id === title ? "" : id };
    if (answers === null) {
      const says = faults.length > 0 ? faults : [say(pack, "reports.blank")];
      this.#entries.push({ ...entry, file: null, says });
      return;
    }
    const advice = advise(pack, answers);
    const file = this.#fileOf(title);
    const options = { packName: this.#options.packName, name: title, date: date || undefined };
    const render = this.#options.format === "html" ? renderHtml : renderMarkdown;
    this.#folder.write(file, render(pack, advice, options));
    this.#entries.push({ ...entry, file, says: [advice.recommendation.summary] });
    this.#codes.push(toCsvLine([id, name, file, advice.code], codesStyle));
  }

  /** Writes the index and the codes, after all reports. */
  finish(): void {
    const isPage = this.#options.format === "html";
    const index = isPage ? renderIndexPage : renderIndexMarkdown;
    this.#folder.write(isPage ? "index.html" : "index.md", index(this.#pack, this.#entries));
    this.#folder.write("codes.csv", this.#codes.join(""));
  }
}
