// How many questions --quick asks: the mean over respondents drawn from a seed. Build first.
//   node tests/bench/quick.mjs
// Uniform respondents pick any option alike. Leaning ones pick, so often, what speaks most for their role, else any option.
import { rolldown } from "rolldown";
import { loadPack } from "../../dist/api/index.js";

const entry = `
  export { nextQuestion } from "./src/advice/order.ts";
  export { randomFrom } from "./src/advice/sample.ts";
  export { compileScorecard } from "./src/advice/scorecard.ts";`;
const virtual = {
  name: "entry",
  resolveId: (id) => (id === "entry" ? `${process.cwd()}/entry.js` : undefined),
  load: (id) => (id.endsWith("/entry.js") ? entry : undefined),
};
const bundle = await rolldown({ input: "entry", plugins: [virtual] });
const [{ code }] = (await bundle.generate()).output;
const { nextQuestion, randomFrom, compileScorecard } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const respondents = 20_000;
const seed = 1;
const pack = await loadPack();
const card = compileScorecard(pack);
const scored = card.questions.filter((question) => question.isScored);
console.log(
  `${pack.questions.length} questions, ${scored.length} scored; ${respondents} respondents each, seed ${seed}`,
);
for (const [name, leaning] of [
  ["uniform", 0],
  ["leaning half the time", 0.5],
  ["leaning 7 times in 10", 0.7],
  ["leaning 9 times in 10", 0.9],
  ["leaning always", 1],
]) {
  const random = randomFrom(seed);
  let asked = 0;
  for (let i = 0; i < respondents; i++) {
    const role = Math.floor(random() * card.roles);
    const answers = {};
    for (let id = nextQuestion(pack, card, answers); id !== null; id = nextQuestion(pack, card, answers)) {
      const { options } = scored.find((question) => question.id === id);
      answers[id] = [(random() < leaning ? bestFor(role, options) : options[Math.floor(random() * options.length)]).id];
      asked++;
    }
  }
  console.log(`${name.padEnd(22)} ${(asked / respondents).toFixed(1)} asked`);
}

function bestFor(role, options) {
  const worth = ({ drawn }) => drawn[role] - Math.max(...drawn.filter((_, other) => other !== role));
  return options.reduce((best, option) => (worth(option) > worth(best) ? option : best));
}
