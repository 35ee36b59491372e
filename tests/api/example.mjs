import { advise, audit, loadPack, parseAnswers, RoleAdvisorError, renderText } from "role-advisor";

const pack = await loadPack(); // or loadPack("./my-pack"), loadPack("technology-leadership")
const answers = parseAnswers(pack, { bookstore: "engineering", mba: "planned", departments: ["engineering"] });
const advice = advise(pack, answers);

console.log(advice.recommendation.summary);
for (const { trait, contribution } of advice.reasons) console.log(contribution, trait);
console.log(renderText(pack, advice, { width: 72 }));

const { leads, combinations } = audit(pack).combinations;
console.log(`a CTO in ${leads.cto} of ${combinations} combinations of answers`);

try {
  parseAnswers(pack, { bookstore: "enginering" });
} catch (error) {
  if (!(error instanceof RoleAdvisorError)) throw error;
  console.log(error.code, error.message); // error.faults has them all, each with its file, line and column if it has one
}
